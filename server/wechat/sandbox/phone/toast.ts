import { make } from './dom'

const SHOWN_MS = 2200

/** One short sentence in the middle of the phone. */
export class Toast {
  readonly element = make('div', { class: 'toast', attributes: { role: 'status' } })
  private timer = 0

  show(text: string): void {
    clearTimeout(this.timer)
    this.element.textContent = text
    this.timer = window.setTimeout(() => (this.element.textContent = ''), SHOWN_MS)
  }
}

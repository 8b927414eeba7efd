import type { Notice } from './api'
import { make } from './dom'
import { icon } from './icons'

const SHOWN_MS = 8000

/** A service notice that has just arrived, at the top of the phone, for a few seconds or while it is pointed at. */
export class Banner {
  readonly element = make('div', { class: 'banner', attributes: { role: 'alert' } })
  private timer = 0

  constructor(private readonly open: (notice: Notice) => void) {
    this.element.addEventListener('pointerenter', () => clearTimeout(this.timer))
    this.element.addEventListener('pointerleave', () => this.hideLater())
    this.element.addEventListener('focusin', () => clearTimeout(this.timer))
    this.element.addEventListener('focusout', () => this.hideLater())
    this.element.addEventListener('keydown', (event) => event.key === 'Escape' && this.hide())
  }

  show(notice: Notice): void {
    const first = notice.rows[0]
    const tap = (): void => {
      this.hide()
      this.open(notice)
    }
    const body = make('button', { class: 'banner__card', attributes: { type: 'button' }, on: { click: tap } }, [
      make('span', { class: 'banner__face' }, [icon('bell', 22)]),
      make('span', { class: 'banner__text' }, [
        make('span', { class: 'banner__from' }, [`服务通知 · ${notice.miniProgram}`]),
        make('span', { class: 'banner__title' }, [notice.title]),
        first === undefined ? null : make('span', { class: 'banner__line' }, [`${first.label}：${first.value}`]),
      ]),
      make('span', { class: 'banner__now' }, ['现在']),
    ])
    this.element.replaceChildren(body)
    this.hideLater()
  }

  hide(): void {
    clearTimeout(this.timer)
    this.element.replaceChildren()
  }

  private hideLater(): void {
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => this.hide(), SHOWN_MS)
  }
}

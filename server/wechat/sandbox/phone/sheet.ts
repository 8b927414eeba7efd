import { make, newId } from './dom'

export interface Sheet<T> {
  title: string
  /** Shown above the content; the title is its accessible name either way. */
  heading?: boolean
  className?: string
  /** What Escape answers, and a tap beside the sheet unless that does nothing. */
  dismissed: T
  shadeDismisses?: boolean
  content: (close: (answer: T) => void) => Node[]
}

/**
 * Where sheets come up. While one is open, everything else of the phone is inert and the focus stays inside; it goes
 * back to where it was afterwards.
 */
export class SheetLayer {
  readonly element = make('div', { class: 'layer', attributes: { hidden: true } })

  constructor(private readonly behind: () => HTMLElement[]) {}

  get isOpen(): boolean {
    return !this.element.hidden
  }

  open<T>(sheet: Sheet<T>): Promise<T> {
    const before = document.activeElement instanceof HTMLElement ? document.activeElement : null
    const titleId = newId('sheet')
    return new Promise((resolve) => {
      const close = (answer: T): void => {
        this.element.hidden = true
        this.element.replaceChildren()
        for (const element of this.behind()) element.inert = false
        before?.focus({ preventScroll: true })
        resolve(answer)
      }
      const dialog = make(
        'div',
        {
          class: `sheet ${sheet.className ?? ''}`,
          attributes: { role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': titleId, tabindex: '-1' },
          on: { keydown: (event) => event.key === 'Escape' && close(sheet.dismissed) },
        },
        [
          make(
            'h2',
            { class: sheet.heading === false ? 'visually-hidden' : 'sheet__title', attributes: { id: titleId } },
            [sheet.title],
          ),
          ...sheet.content(close),
        ],
      )
      const shade = make('div', { class: 'layer__shade' })
      if (sheet.shadeDismisses !== false) shade.addEventListener('click', () => close(sheet.dismissed))
      this.element.replaceChildren(shade, dialog)
      this.element.hidden = false
      for (const element of this.behind()) element.inert = true
      dialog.focus({ preventScroll: true })
    })
  }
}

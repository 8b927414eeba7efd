import { make } from './dom'

const LOOK_EVERY_MS = 300

/** `rgb(r, g, b)` or `rgba(…)`; null when nothing is painted. */
function opaque(colour: string): [number, number, number] | null {
  const parts = colour.match(/[\d.]+/g)?.map(Number) ?? []
  const [r, g, b, a = 1] = parts
  return r === undefined || g === undefined || b === undefined || a < 0.5 ? null : [r, g, b]
}

/** Whether white reads well on it (relative luminance after sRGB, WCAG 2). */
export function isDark([r, g, b]: [number, number, number]): boolean {
  const linear = (value: number): number => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b) < 0.18
}

/** The members' app in a frame, and the colour at its upper edge, which the status bar takes on. */
export class AppFrame {
  readonly element = make('iframe', {
    class: 'app__frame',
    attributes: { title: '小程序', src: '/', allow: 'clipboard-write' },
  })
  private shown = ''

  constructor(private readonly onEdge: (colour: string, dark: boolean) => void) {
    this.element.addEventListener('load', () => this.look())
    setInterval(() => this.look(), LOOK_EVERY_MS)
  }

  get window(): Window | null {
    return this.element.contentWindow
  }

  /** @param path such as `/pages/article/index?id=…` */
  load(path: string): void {
    this.element.src = path
  }

  unload(): Promise<void> {
    return new Promise((resolve) => {
      this.element.addEventListener('load', () => resolve(), { once: true })
      this.element.src = 'about:blank'
    })
  }

  reload(): void {
    this.element.contentWindow?.location.reload()
  }

  private look(): void {
    const page = this.element.contentDocument
    for (let at = page?.elementFromPoint(12, 3) ?? null; at !== null; at = at.parentElement) {
      const colour = opaque(this.element.contentWindow?.getComputedStyle(at).backgroundColor ?? '')
      if (colour === null) continue
      const text = `rgb(${colour.join(' ')})`
      if (text !== this.shown) this.onEdge(text, isDark(colour))
      this.shown = text
      return
    }
  }
}

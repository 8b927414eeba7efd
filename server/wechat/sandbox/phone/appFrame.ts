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

export interface AppLook {
  /** What is painted at the upper and at the lower edge; the phone goes on with it. */
  top: string
  bottom: string
  dark: boolean
  /** The first screen has no bar of its own: there the phone draws the mini-program's, as WeChat does. */
  home: boolean
}

const isHome = (path: string): boolean => path === '/' || path.startsWith('/pages/home/')

/** The members' app in a frame, and what of its look the phone around it has to know. */
export class AppFrame {
  readonly element = make('iframe', {
    class: 'app__frame',
    attributes: { title: '小程序', src: '/', allow: 'clipboard-write' },
  })
  private shown = ''

  constructor(private readonly onLook: (look: AppLook) => void) {
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
    const top = this.paintedAt(3)
    const bottom = this.paintedAt(this.element.clientHeight - 3)
    if (top === null || bottom === null) return
    const home = isHome(this.element.contentWindow?.location.pathname ?? '')
    const look = { top: `rgb(${top.join(' ')})`, bottom: `rgb(${bottom.join(' ')})`, dark: isDark(top), home }
    const text = JSON.stringify(look)
    if (text !== this.shown) this.onLook(look)
    this.shown = text
  }

  /** The background under a point near the left edge, or null while nothing is drawn. */
  private paintedAt(y: number): [number, number, number] | null {
    const { contentDocument: page, contentWindow: view } = this.element
    for (let at = page?.elementFromPoint(12, y) ?? null; at !== null; at = at.parentElement) {
      const colour = opaque(view?.getComputedStyle(at).backgroundColor ?? '')
      if (colour !== null) return colour
    }
    return null
  }
}

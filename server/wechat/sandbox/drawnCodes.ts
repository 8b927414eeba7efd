import { randomBytes } from 'node:crypto'

/** As many as anybody would look for; older ones still open their page, but nobody finds them here. */
const KEPT = 12

export interface DrawnCode {
  id: string
  scene: string
  /** Empty: the mini-program's first page. */
  page: string
  /** ISO 8601 */
  at: string
}

/**
 * The codes that the API has drawn, newest first: what a phone of the stand-in can point its camera at. Like WeChat's own
 * they do not run out; what their `scene` is good for is the mini-program's affair.
 */
export class DrawnCodes {
  private readonly codes: DrawnCode[] = []

  constructor(private readonly now: () => number) {}

  add({ scene, page }: Pick<DrawnCode, 'scene' | 'page'>): void {
    // The same code drawn again is the same picture.
    const known = this.codes.findIndex((code) => code.scene === scene && code.page === page)
    if (known >= 0) this.codes.splice(known, 1)
    this.codes.unshift({
      id: randomBytes(9).toString('base64url'),
      scene,
      page,
      at: new Date(this.now()).toISOString(),
    })
    this.codes.length = Math.min(this.codes.length, KEPT)
  }

  list = (): readonly DrawnCode[] => this.codes
  get = (id: string): DrawnCode | undefined => this.codes.find((code) => code.id === id)
}

/** Where a scan leads: WeChat hands the `scene` to the page as a parameter, in percent signs. */
export const pathOf = ({ page, scene }: DrawnCode, home: string): string =>
  `${page === '' ? home : page}?scene=${encodeURIComponent(scene)}`

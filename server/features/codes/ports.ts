/** Draws the code that opens a page of the mini-program. */
export interface MiniProgramCodes {
  /**
   * A JPEG or PNG.
   * @throws AppError wechat_busy, wechat_unavailable
   */
  draw(code: { scene: string; page: string }): Promise<Buffer>
}

/** Pictures of codes that have been drawn, for good: a code never changes. Losing them costs one call each. */
export interface CodeShelf {
  find(name: string): Promise<Buffer | null>
  keep(name: string, png: Buffer): Promise<void>
}

export interface CodeThrottle {
  /** How often something was done within the window, and when that ends. */
  count(key: string, windowMs: number, now: number): Promise<{ tries: number; endsAt: number }>
}

export interface ReadableArticles {
  /** Whether members can read an article of this id. */
  isPublished(articleId: string): Promise<boolean>
}

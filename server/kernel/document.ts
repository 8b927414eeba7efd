export interface DocumentFacts {
  /** With its charset, such as `text/html; charset=utf-8`. */
  type: string
  /** Content security policy, where it is opened by a browser. */
  policy?: string
  /** When it last became another one, ms; null or absent where that cannot be told. */
  changedAt?: number | null
  /** Its name never comes back with other words. */
  isImmutable?: boolean
}

/** An answer that is no JSON: a page, a feed, a calendar. */
export class Document {
  readonly type: string
  readonly policy: string | null
  readonly changedAt: number | null
  readonly isImmutable: boolean

  constructor(
    readonly text: string,
    { type, policy, changedAt, isImmutable }: DocumentFacts,
  ) {
    this.type = type
    this.policy = policy ?? null
    this.changedAt = changedAt ?? null
    this.isImmutable = isImmutable ?? false
  }
}

import type { ArticleForm } from './articleForm'

/** Why a copy was put aside. */
export type CopyReason = 'unsaved' | 'mine' | 'theirs'

export interface KeptCopy {
  /** ms since the epoch */
  keptAt: number
  reason: CopyReason
  /** The version of the article that the writing began from; null for an article that was never saved. */
  version: number | null
  form: ArticleForm
  /** The key of the first save that may have been tried with it. */
  saveKey?: string
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const FORMAT = 1
const MAX_AGE_MS = 30 * 86_400_000
const MAX_COPIES = 5

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function isCopy(value: unknown): value is KeptCopy {
  if (!isRecord(value) || !isRecord(value.form)) return false
  const { form } = value
  return (
    typeof value.keptAt === 'number' &&
    (value.reason === 'unsaved' || value.reason === 'mine' || value.reason === 'theirs') &&
    (value.version === null || typeof value.version === 'number') &&
    ['channel', 'title', 'summary', 'publisher', 'bodyHtml'].every((key) => typeof form[key] === 'string') &&
    isRecord(form.event)
  )
}

/**
 * Copies of one article kept in the browser: what was typed and not saved (at most one, always the latest), and the
 * two sides of conflicts. They are per staff member, since office computers are shared.
 */
export class DraftShelf {
  private readonly key: string

  constructor(
    private readonly storage: Shelf,
    staffId: string,
    articleId: string,
  ) {
    this.key = `admin-copies:${staffId}:${articleId}`
  }

  /** Newest first; whatever is too old or not of this format is passed over. */
  copies(now: number): KeptCopy[] {
    try {
      const kept: unknown = JSON.parse(this.storage.getItem(this.key) ?? 'null')
      if (!isRecord(kept) || kept.format !== FORMAT || !Array.isArray(kept.copies)) return []
      return kept.copies.filter(isCopy).filter((copy) => now - copy.keptAt < MAX_AGE_MS)
    } catch {
      return []
    }
  }

  unsaved(now: number): KeptCopy | null {
    return this.copies(now).find((copy) => copy.reason === 'unsaved') ?? null
  }

  /** Returns false when the browser has no room: the screen must then not promise that the text is safe. */
  keep(copy: KeptCopy): boolean {
    const others = this.copies(copy.keptAt).filter((kept) => copy.reason !== 'unsaved' || kept.reason !== 'unsaved')
    return this.write([copy, ...others].slice(0, MAX_COPIES))
  }

  drop(matches: (copy: KeptCopy) => boolean, now: number): void {
    this.write(this.copies(now).filter((copy) => !matches(copy)))
  }

  dropUnsaved(now: number): void {
    this.drop((copy) => copy.reason === 'unsaved', now)
  }

  private write(copies: KeptCopy[]): boolean {
    try {
      if (copies.length === 0) this.storage.removeItem(this.key)
      else this.storage.setItem(this.key, JSON.stringify({ format: FORMAT, copies }))
      return true
    } catch {
      return false
    }
  }
}

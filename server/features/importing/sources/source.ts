import type { FailureCode } from '../found'
import type { ArticleRecord } from '../records/record'

/** Why a page could not be read at all. */
export class PageUnreadable extends Error {
  override readonly name = 'PageUnreadable'

  constructor(readonly failure: FailureCode) {
    super(failure)
  }
}

/** One page that may hold an article, wherever it lies. */
export interface SourcePage {
  /** Says again and again the same page: a path within what was given, or an address. */
  key: string
  /** Where it stood, for its references: an address. */
  base: string
  /** Null: more bytes than a page may have. */
  read(): Promise<Buffer | null>
  /** What stands in it, when another program has said it in named values. */
  record?: ArticleRecord
}

/** What is known of a file without reading it; `elsewhere`: it lies on the open internet, and is asked for when needed. */
export type FilePlace = 'here' | 'elsewhere' | 'missing' | 'too_large'

/** Something beside the pages that is not read, and is told. */
export interface Refused {
  key: string
  refused: FailureCode
}

/** Pages in the order of their names, and the files that they refer to. */
export interface Source {
  pages(): AsyncIterable<SourcePage | Refused>
  /** Null when the pages can only be counted by reading them all. */
  count: number | null
  look(address: string): Promise<FilePlace>
  /** A file beside the pages, by the address that a page's reference means; null when it is not there or too large. */
  file(address: string): Promise<Buffer | null>
  close(): Promise<void>
}

/** A page with more is no article. Bytes. */
export const LARGEST_PAGE = 8 * 1024 * 1024
/** Bytes; as large as an upload may be. */
export const LARGEST_FILE = 20 * 1024 * 1024

/** Where pages stood that lie in a folder or an archive, when nobody says where. */
export const SAVED = 'saved:///'

const PAGE = /\.(?:html?|xhtml|mht|aspx?|php|jsp|cgi|txt)$/i

/** Old sites' pages carry their question in their names, with `?` or what a saving program put for it. */
export const isPageName = (path: string): boolean => PAGE.test(path.split(/[?@]/)[0] ?? '') || PAGE.test(path)

/** A relative path with forward slashes, or null when it leads out of where it lies. */
export function safePath(path: string): string | null {
  const parts = path.replace(/\\/g, '/').split('/')
  const isTrick = parts.some((part) => part === '..' || part.includes('\0')) || /^(?:[\\/]|[a-z]:)/i.test(path)
  const clean = parts.filter((part) => part !== '' && part !== '.').join('/')
  return isTrick || clean === '' ? null : clean
}

/** The path that an address means below where the pages stood; null when it stood elsewhere. */
export function pathBelow(site: string, address: string): string | null {
  const [plain = ''] = address.split(/[?#]/)
  if (!plain.startsWith(site)) return null
  try {
    return safePath(decodeURIComponent(plain.slice(site.length)))
  } catch {
    return safePath(plain.slice(site.length))
  }
}

export const addressOf = (site: string, path: string): string =>
  site + path.split('/').map(encodeURIComponent).join('/')

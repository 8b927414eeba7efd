import type { StaffRole } from '../../../shared/contract/endpoint'
import type { ArticleStatus } from '../../../shared/contract/staffContent'

export interface FoundArticle {
  id: string
  title: string
  status: ArticleStatus
  channel: string
  updatedAt: number
}

export interface FoundPicture {
  id: string
  file: string
  name: string
  alt: string
  hasVariants: boolean
}

export interface FoundPerson {
  id: string
  login: string
  name: string
  role: StaffRole
}

/** Words are in plain form (`foldText`); all of them must stand in what is found. Saved last comes first. */
export interface FinderStore {
  titles(words: readonly string[], limit: number): Promise<FoundArticle[]>
  /** Bodies of what is not public, which no index holds: those saved last, with their texts. */
  unpublished(words: readonly string[], limit: number): Promise<(FoundArticle & { text: string })[]>
  /** In the order of `ids`. */
  articles(ids: readonly string[]): Promise<FoundArticle[]>
  pictures(words: readonly string[], limit: number): Promise<FoundPicture[]>
  people(words: readonly string[], limit: number): Promise<FoundPerson[]>
}

/** The members' index of what is public, asked for bodies as well; ids, the best first. */
export interface PublicIndex {
  find(words: string[], limit: number): Promise<string[]>
}

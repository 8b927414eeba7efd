import type { StaffRole } from '../../../shared/contract/endpoint'
import { FINDER_MOST, type FinderAnswer } from '../../../shared/contract/staffFinder'
import { variantFile } from '../../../shared/domain/pictureVariants'
import { foldText, placeOf, wordsOf } from '../../../shared/domain/searchWords'
import type { FinderStore, FoundArticle, FoundPicture, PublicIndex } from './ports'

export interface FinderDeps {
  store: FinderStore
  index: PublicIndex
}

const NOTHING: FinderAnswer = { articles: [], pictures: [], people: [] }

const presentArticle = (article: FoundArticle, inBody: boolean): FinderAnswer['articles'][number] => ({
  id: article.id,
  title: article.title,
  status: article.status,
  channel: article.channel,
  updatedAt: new Date(article.updatedAt).toISOString(),
  inBody,
})

const presentPicture = ({ id, file, name, alt, hasVariants }: FoundPicture) => ({
  id,
  name,
  alt,
  thumbnail: `/uploads/${hasVariants ? variantFile(file, 'thumbnail') : file}`,
})

/** Articles whose title has the words, then those whose body has them; drafts are every writer's to see. */
async function articles({ store, index }: FinderDeps, words: string[]): Promise<FinderAnswer['articles']> {
  const [titles, drafts, ids] = await Promise.all([
    store.titles(words, FINDER_MOST),
    store.unpublished(words, FINDER_MOST * 4),
    index.find(words, FINDER_MOST * 2),
  ])
  const known = new Set(titles.map(({ id }) => id))
  // the database looked through the stored form of a body; what counts is how it reads
  const bodies = drafts.filter(({ text }) => words.every((word) => placeOf(foldText(text), word) >= 0))
  const published = await store.articles(ids)
  const rest = [...bodies, ...published].filter(({ id }) => !known.has(id))
  rest.sort((a, b) => b.updatedAt - a.updatedAt)
  return [
    ...titles.map((article) => presentArticle(article, false)),
    ...rest.map((article) => presentArticle(article, true)),
  ].slice(0, FINDER_MOST)
}

/** What the command palette proposes for a few letters. */
export async function find(deps: FinderDeps, q: string, role: StaffRole): Promise<FinderAnswer> {
  const words = wordsOf(q)
  // nothing but signs: everything would match
  if (words.length === 0) return NOTHING
  const [found, pictures, people] = await Promise.all([
    articles(deps, words),
    deps.store.pictures(words, FINDER_MOST),
    role === 'administrator' ? deps.store.people(words, FINDER_MOST) : [],
  ])
  return {
    articles: found,
    pictures: pictures.map(presentPicture),
    people: people.map(({ id, login, name, role: theirs }) => ({ id, login, name, role: theirs })),
  }
}

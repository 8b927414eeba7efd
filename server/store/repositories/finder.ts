import { blockText, type Block } from '../../../shared/domain/blocks'
import type { FinderStore, FoundArticle, FoundPerson, FoundPicture } from '../../features/finder/ports'
import type { Database } from '../database'
import { marks } from './articleSummaries'
import { deskPage, LAST_SAVED } from './deskPage'

interface ArticleRow {
  id: string
  title: string
  status: FoundArticle['status']
  channel: string
  updated_at: number | string
}

interface TextRow extends ArticleRow {
  summary: string
  blocks: string
}

interface PictureRow {
  id: string
  file: string
  name: string
  alt: string
  has_variants: number | boolean
}

const ARTICLE = 'a.id, a.title, a.status, a.updated_at, c.name AS channel'
const NOT_BINNED = 'COALESCE(a.binned_at, 0) = 0'
const CHANNEL = 'JOIN channel c ON c.id = a.channel_id'
const FROM = `FROM article a ${CHANNEL}`

/** `%` and `_` that somebody asks for are letters like any other. */
const pattern = (word: string): string => `%${word.replace(/[!%_]/g, '!$&')}%`

/** Each word in one of the columns. */
function holds(columns: readonly string[], words: readonly string[]): [sql: string, values: string[]] {
  const one = `(${columns.map((column) => `LOWER(${column}) LIKE ? ESCAPE '!'`).join(' OR ')})`
  return [words.map(() => one).join(' AND '), words.flatMap((word) => columns.map(() => pattern(word)))]
}

const articleOf = (row: ArticleRow): FoundArticle => ({
  id: row.id,
  title: row.title,
  status: row.status,
  channel: row.channel,
  updatedAt: Number(row.updated_at),
})

export const createFinderStore = (database: Database): FinderStore => ({
  async titles(words, limit) {
    const [sql, values] = holds(['a.title'], words)
    const rows = await database.read.query<ArticleRow[]>(
      `SELECT ${ARTICLE} FROM (${deskPage(database, `${NOT_BINNED} AND ${sql}`)}) AS p
         CROSS JOIN article a ON a.id = p.id ${CHANNEL} ${LAST_SAVED}`,
      [...values, limit],
    )
    return rows.map(articleOf)
  },

  async unpublished(words, limit) {
    const [sql, values] = holds(['a.blocks', 'a.title', 'a.summary'], words)
    const rows = await database.read.query<TextRow[]>(
      `SELECT ${ARTICLE}, a.summary, a.blocks
         FROM (SELECT a.id FROM article a WHERE a.status <> 'published' AND ${NOT_BINNED} AND ${sql} ${LAST_SAVED} LIMIT ?) AS p
         CROSS JOIN article a ON a.id = p.id ${CHANNEL} ${LAST_SAVED}`,
      [...values, limit],
    )
    return rows.map((row) => ({
      ...articleOf(row),
      text: [row.title, row.summary, ...(JSON.parse(row.blocks) as Block[]).map(blockText)].join('\n'),
    }))
  },

  async articles(ids) {
    if (ids.length === 0) return []
    const rows = await database.read.query<ArticleRow[]>(`SELECT ${ARTICLE} ${FROM} WHERE a.id IN (${marks(ids)})`, [
      ...ids,
    ])
    const byId = new Map(rows.map((row) => [row.id, articleOf(row)]))
    return ids.flatMap((id) => byId.get(id) ?? [])
  },

  async pictures(words, limit) {
    const [sql, values] = holds(['name', 'alt'], words)
    const rows = await database.read.query<PictureRow[]>(
      `SELECT id, file, name, alt, has_variants FROM media WHERE cut_of IS NULL AND ${sql} ORDER BY created_at DESC, id DESC LIMIT ?`,
      [...values, limit],
    )
    return rows.map(({ id, file, name, alt, has_variants: hasVariants }): FoundPicture => ({
      id,
      file,
      name,
      alt,
      hasVariants: Number(hasVariants) === 1,
    }))
  },

  async people(words, limit) {
    const [sql, values] = holds(['name', 'login'], words)
    return database.read.query<FoundPerson[]>(
      `SELECT id, login, name, role FROM staff WHERE disabled = 0 AND ${sql} ORDER BY name, id LIMIT ?`,
      [...values, limit],
    )
  },
})

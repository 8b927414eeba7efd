import type { EntityManager } from 'typeorm'
import { blockText, type Block } from '../../../shared/domain/blocks'
import { foldText, tokensOf } from '../../../shared/domain/searchWords'
import { windowTokens } from './searchWindows'

export interface SourceRow {
  id: string
  channel_id: string
  status: string
  published_at: number | string | null
  title: string
  summary: string
  blocks: string
  venue: string | null
  address: string | null
}

export const SOURCE = `a.id, a.channel_id, a.status, a.published_at, a.title, a.summary, a.blocks, e.venue, e.address`
export const SOURCE_FROM = 'FROM article a LEFT JOIN event e ON e.article_id = a.id'

const LONGEST_TITLE = 240
/** Instants lie so far apart in `position`, that many articles of one millisecond have room between them. */
const ROOM = 1000

/** The texts of an article in which words can stand, besides its title, in the order in which a snippet is sought. */
export const partsOf = ({ blocks, summary, venue, address }: SourceRow): string[] =>
  [(JSON.parse(blocks) as Block[]).map(blockText).join('\n'), summary, venue ?? '', address ?? ''].filter(Boolean)

export interface SearchDocument {
  id: string
  channelId: string
  publishedAt: number
  /** Title and everything with it, in plain form. */
  title: string
  text: string
  titleTokens: string
  textTokens: string
}

/** What the index holds of an article; null: nothing, for members cannot see it. */
export function documentOf(row: SourceRow): SearchDocument | null {
  if (row.status !== 'published' || row.published_at === null) return null
  const title = foldText(row.title)
  const text = [title, ...partsOf(row).map(foldText)].join('\n')
  return {
    id: row.id,
    channelId: row.channel_id,
    publishedAt: Number(row.published_at),
    title: title.slice(0, LONGEST_TITLE),
    text,
    titleTokens: [...tokensOf(title)].join(' '),
    textTokens: [...tokensOf(text)].join(' '),
  }
}

async function takeOut(manager: EntityManager, isMysql: boolean, id: string): Promise<void> {
  if (!isMysql) {
    await manager.query(
      'DELETE FROM search_token WHERE rowid IN (SELECT position FROM search_document WHERE article_id = ?)',
      [id],
    )
  }
  await manager.query('DELETE FROM search_document WHERE article_id = ?', [id])
  if (isMysql) await manager.query('DELETE FROM search_title WHERE article_id = ?', [id])
}

async function putInMysql(manager: EntityManager, document: SearchDocument): Promise<void> {
  const { id, channelId, publishedAt, title, text } = document
  const stretches = windowTokens(publishedAt)
  await manager.query(
    `INSERT INTO search_document (article_id, channel_id, published_at, title, text, text_tokens)
     VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE channel_id = VALUES(channel_id),
     published_at = VALUES(published_at), title = VALUES(title), text = VALUES(text), text_tokens = VALUES(text_tokens)`,
    [id, channelId, publishedAt, title, text, `${stretches} ${document.textTokens}`],
  )
  await manager.query(
    `INSERT INTO search_title (article_id, channel_id, published_at, title, title_tokens)
     VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE channel_id = VALUES(channel_id),
     published_at = VALUES(published_at), title = VALUES(title), title_tokens = VALUES(title_tokens)`,
    [id, channelId, publishedAt, title, `${stretches} ${document.titleTokens}`],
  )
}

/** On SQLite one transaction writes at a time: nobody takes the place in between. */
async function freePosition(manager: EntityManager, publishedAt: number): Promise<number> {
  const [row] = await manager.query<{ last: number | null }[]>(
    'SELECT MAX(position) AS last FROM search_document WHERE position >= ? AND position < ?',
    [publishedAt * ROOM, (publishedAt + 1) * ROOM],
  )
  return row?.last === null || row === undefined ? publishedAt * ROOM : row.last + 1
}

export async function putIn(manager: EntityManager, isMysql: boolean, document: SearchDocument): Promise<void> {
  if (isMysql) return putInMysql(manager, document)
  const { id, channelId, publishedAt, title, text, titleTokens, textTokens } = document
  await takeOut(manager, isMysql, id)
  const position = await freePosition(manager, publishedAt)
  await manager.query(
    'INSERT INTO search_document (position, article_id, channel_id, published_at, title, text) VALUES (?, ?, ?, ?, ?, ?)',
    [position, id, channelId, publishedAt, title, text],
  )
  await manager.query('INSERT INTO search_token (rowid, title, text, channel) VALUES (?, ?, ?, ?)', [
    position,
    titleTokens,
    textTokens,
    channelId,
  ])
}

/** Brings the index in line with what became of an article, in the transaction in which it became so. */
export async function followSearch(manager: EntityManager, articleId: string): Promise<void> {
  const isMysql = ['mysql', 'mariadb'].includes(manager.connection.options.type)
  const [row] = await manager.query<SourceRow[]>(`SELECT ${SOURCE} ${SOURCE_FROM} WHERE a.id = ?`, [articleId])
  const document = row === undefined ? null : documentOf(row)
  if (document === null) await takeOut(manager, isMysql, articleId)
  else await putIn(manager, isMysql, document)
}

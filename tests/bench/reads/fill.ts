import type { Database } from '../../../server/store/database'
import { documentOf, type SearchDocument } from '../../../server/store/repositories/searchDocuments'
import { indexVersion } from '../../../server/store/repositories/searchRebuild'
import { windowTokens } from '../../../server/store/repositories/searchWindows'
import { channelPlan } from '../../../server/features/channels/plan'
import { createChannelRepository } from '../../../server/store/repositories/channels'
import { SettingEntity } from '../../../server/store/entities'
import { association } from '../../../shared/contract/association'
import associationFile from '../../../config/association.json'
import { randomOf, type Random } from '../../contracts/walk/random'

const AT_ONCE = 500
const FIRST_AT = Date.parse('2012-01-01T00:00:00Z')
const STEP_MS = 4_000_000

/** A word of nearly every body and of every second title, and one of five articles. */
export const EVERYWHERE = '社工'
export const EVERYWHERE_TOO = '活动'
export const RARE = '螺洲'

const VOCABULARY = 6_000
/** Words of two characters, the first ones far more frequent than the last ones. */
export function vocabularyOf(random: Random): string[] {
  const character = () => String.fromCodePoint(0x4e00 + random.upTo(2_500) * 8)
  return Array.from({ length: VOCABULARY }, () => character() + character())
}
const frequent = (random: Random): number => Math.floor(VOCABULARY * (random.upTo(1_000_000) / 1_000_000) ** 2.5)

export const idOf = (prefix: number, at: number): string => `${prefix}${String(at).padStart(25, '0')}`

export async function channelIds(database: Database): Promise<Map<string, string>> {
  const channels = createChannelRepository(database)
  await channels.synchronise(channelPlan(association.parse(associationFile)))
  const tree = await channels.tree()
  return new Map(tree.flatMap((node) => [node, ...node.children]).map(({ slug, id }) => [slug, id]))
}

interface Made {
  row: unknown[]
  document: SearchDocument
}

function articleAt(at: number, channelId: string, random: Random, words: string[], count: number): Made {
  const pick = () => words[frequent(random)] ?? ''
  const sentence = (length: number) => Array.from({ length }, pick).join('')
  const title = `${random.chance(0.5) ? EVERYWHERE_TOO : ''}${sentence(5)}${random.chance(0.5) ? EVERYWHERE : '通知'}`
  const rare = at % Math.floor(count / 5) === 7 ? RARE : ''
  const paragraphs = Array.from(
    { length: 4 },
    () => `${random.chance(0.75) ? EVERYWHERE : ''}${sentence(18)}，${sentence(16)}。`,
  )
  const text = [...paragraphs, `${EVERYWHERE_TOO}地点：${sentence(3)}${rare}`]
  const blocks = JSON.stringify(text.map((line) => ({ type: 'paragraph', content: [{ text: line }] })))
  const id = idOf(0, at)
  const publishedAt = FIRST_AT + at * STEP_MS
  const summary = text[0]?.slice(0, 60) ?? ''
  const document = documentOf({
    ...{ id, title, summary, blocks, status: 'published', venue: null, address: null },
    channel_id: channelId,
    published_at: publishedAt,
  })
  if (document === null) throw new Error('an article of the bench is not published')
  return {
    row: [
      id,
      channelId,
      title,
      summary,
      '协会',
      `<p>${title}</p>`,
      blocks,
      'published',
      0,
      publishedAt,
      7,
      1,
      1,
      '',
      1,
      '',
    ],
    document,
  }
}

const ARTICLE = `INSERT INTO article (id, channel_id, title, summary, publisher, body_html, blocks, status, pinned,
  published_at, views, version, created_at, created_by, updated_at, updated_by) VALUES`

const rows = (list: unknown[][]): [string, unknown[]] => [
  list.map((row) => `(${row.map(() => '?').join(', ')})`).join(', '),
  list.flat(),
]

async function insert(database: Database, made: Made[]): Promise<void> {
  await database.write(async (manager) => {
    const [marks, values] = rows(made.map(({ row }) => row))
    await manager.query(`${ARTICLE} ${marks}`, values)
    const put = async (table: string, columns: string, list: unknown[][]): Promise<void> => {
      const [listMarks, listValues] = rows(list)
      await manager.query(`INSERT INTO ${table} (${columns}) VALUES ${listMarks}`, listValues)
    }
    const documents = made.map(({ document: d }) => ({ ...d, place: [d.id, d.channelId, d.publishedAt, d.title] }))
    const place = 'article_id, channel_id, published_at, title'
    if (database.isMysql) {
      const withWindows = (at: number, tokens: string) => `${windowTokens(at)} ${tokens}`
      const texts = documents.map((d) => [...d.place, d.text, withWindows(d.publishedAt, d.textTokens)])
      const titles = documents.map((d) => [...d.place, withWindows(d.publishedAt, d.titleTokens)])
      await put('search_document', `${place}, text, text_tokens`, texts)
      await put('search_title', `${place}, title_tokens`, titles)
      return
    }
    const positions = documents.map((d) => [d.publishedAt * 1000, ...d.place, d.text])
    const tokens = documents.map((d) => [d.publishedAt * 1000, d.titleTokens, d.textTokens, d.channelId])
    await put('search_document', `position, ${place}, text`, positions)
    await put('search_token', 'rowid, title, text, channel', tokens)
  })
}

/** A full-text key that is made at the end is made in a fraction of the time. */
const KEYS = [
  { table: 'search_title', key: 'ft_search_title', column: 'title_tokens' },
  { table: 'search_document', key: 'ft_search_text', column: 'text_tokens' },
]

/** Articles with bodies of 300 characters, as the product would have indexed them. */
export async function fillForSearch(databases: Database[], slug: string, count: number): Promise<string[]> {
  const random = randomOf(7)
  const words = vocabularyOf(random)
  const ids = await Promise.all(databases.map(channelIds))
  for (const database of databases) {
    // Otherwise the first start would make the whole index again.
    const value = indexVersion(database.isMysql)
    await database.write((manager) => manager.save(SettingEntity, { name: 'search_index', value, updatedAt: 0 }))
    if (!database.isMysql) continue
    for (const { table, key } of KEYS) await database.migrations.query(`ALTER TABLE ${table} DROP KEY ${key}`)
  }
  for (let first = 0; first < count; first += AT_ONCE) {
    const made = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, at) =>
      articleAt(first + at, '', random, words, count),
    )
    await Promise.all(
      databases.map((database, index) => {
        const channelId = ids[index]?.get(slug) ?? ''
        return insert(
          database,
          made.map(({ row: [id, , ...rest], document }) => ({
            row: [id, channelId, ...rest],
            document: { ...document, channelId },
          })),
        )
      }),
    )
  }
  for (const database of databases.filter(({ isMysql }) => isMysql)) {
    for (const { table, key, column } of KEYS) {
      await database.migrations.query(`ALTER TABLE ${table} ADD FULLTEXT KEY ${key} (${column})`)
    }
  }
  return words
}

/** Very many short articles in one channel, made by the database itself. */
export async function fillChannel(database: Database, slug: string, prefix: number, count: number): Promise<void> {
  const channelId = (await channelIds(database)).get(slug) ?? ''
  const step = 100_000
  for (let first = 0; first < count; first += step) {
    const last = Math.min(first + step, count) - 1
    const numbers = database.isMysql
      ? `SELECT seq AS i FROM seq_${first}_to_${last}`
      : `WITH RECURSIVE n(i) AS (VALUES (${first}) UNION ALL SELECT i + 1 FROM n WHERE i < ${last}) SELECT i FROM n`
    const id = database.isMysql ? `CONCAT('${prefix}', LPAD(i, 25, '0'))` : `'${prefix}' || printf('%025d', i)`
    await database.write((manager) =>
      manager.query(`INSERT INTO article (id, channel_id, title, summary, publisher, body_html, blocks, status, pinned,
        published_at, views, version, created_at, created_by, updated_at, updated_by)
        SELECT ${id}, '${channelId}', '关于办公时间调整的通知', '自下周起，办公时间有所调整。', '协会', '<p>短</p>', '[]', 'published', 0,
        ${FIRST_AT} + i * 400000, 7, 1, 1, '', 1, '' FROM (${numbers}) AS numbers`),
    )
  }
}

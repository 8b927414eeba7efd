import { newId } from '../../server/kernel/ids'
import type { Database } from '../../server/store/database'
import { MINUTE_MS } from '../../shared/domain/time'

/** Rows by the thousand, past the program: what lists have to show after years. */

const AT_ONCE = 500

async function insert(database: Database, table: string, columns: string[], rows: unknown[][]): Promise<void> {
  const one = `(${columns.map(() => '?').join(', ')})`
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const part = rows.slice(from, from + AT_ONCE)
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${part.map(() => one).join(', ')}`
    await database.write((manager) => manager.query(sql, part.flat()))
  }
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at)

/** Names a row in the order in which lists show them: the first one is the newest. */
export const numbered = (at: number): string => String(at + 1).padStart(6, '0')

const STATUSES = ['published', 'published', 'published', 'published', 'draft', 'withdrawn']
const BODY = `<p>${'自下周起，办公时间有所调整，敬请会员留意。'.repeat(12)}</p>`
const BLOCKS = JSON.stringify([{ type: 'paragraph', content: [{ text: '自下周起，办公时间有所调整。'.repeat(16) }] }])

/**
 * So many articles in turn in the named channels, in each status, each saved a minute before the one above it. Titles
 * are `长名单 000001` and so on. `newest`: when the first one was saved, ms.
 */
export async function fillArticles(
  database: Database,
  count: number,
  { channels, newest }: { channels: string[]; newest: number },
): Promise<void> {
  const found = await database.read.query<{ id: string; slug: string }[]>('SELECT id, slug FROM channel')
  const ids = channels.map((slug) => found.find((channel) => channel.slug === slug)?.id ?? '')
  const columns = ['id', 'channel_id', 'title', 'summary', 'publisher', 'body_html', 'blocks', 'status', 'pinned']
  columns.push('published_at', 'created_at', 'created_by', 'updated_at', 'updated_by', 'review_state')
  const rows = numbers(count).map((at) => {
    const savedAt = newest - at * MINUTE_MS
    const status = STATUSES[at % STATUSES.length] ?? 'draft'
    const review = status === 'draft' && at % 36 === 4 ? 'submitted' : 'none'
    return [
      ...[newId(), ids[at % ids.length], `长名单 ${numbered(at)}`, `第 ${at + 1} 篇`, '协会', BODY, BLOCKS, status, 0],
      ...[status === 'draft' ? null : savedAt, savedAt, '', savedAt, '', review],
    ]
  })
  await insert(database, 'article', columns, rows)
}

/** Pictures of the library, named `照片 000001` and so on; their files are not there. */
export async function fillPictures(database: Database, count: number, newest: number): Promise<void> {
  const columns = ['id', 'file', 'mime', 'width', 'height', 'bytes', 'alt', 'created_at', 'created_by', 'name']
  const rows = numbers(count).map((at) => {
    const id = newId()
    const name = `照片 ${numbered(at)}`
    return [id, `${id}.webp`, 'image/webp', 800, 600, 40_000, '合影', newest - at * MINUTE_MS, '', name]
  })
  await insert(database, 'media', columns, rows)
}

const ACTIONS = ['article.save', 'article.publish', 'article.withdraw', 'staff.login']

/** Entries of the audit log from before entries were chained, so that the chain stays whole. */
export async function fillAudit(database: Database, count: number, newest: number): Promise<void> {
  const columns = ['id', 'at', 'staff_id', 'action', 'subject_type', 'subject_id', 'address', 'detail']
  const rows = numbers(count).map((at) => {
    const action = ACTIONS[at % ACTIONS.length] ?? ''
    const subject = action.split('.')[0]
    return [newId(), newest - at * MINUTE_MS, null, action, subject, `id${at % 500}`, '192.0.2.7', '{}']
  })
  await insert(database, 'audit_entry', columns, rows)
}

/** A finished notice of an article with so many deliveries, half of them sent. Gives its id. */
export async function fillDeliveries(
  database: Database,
  count: number,
  { articleId, at }: { articleId: string; at: number },
): Promise<string> {
  const noticeId = newId()
  const notice = ['id', 'article_id', 'kind', 'dedupe_key', 'template_id', 'template_values', 'page', 'status']
  notice.push('created_by', 'created_at', 'started_at', 'finished_at')
  const words = ['preview', `preview:${noticeId}`, 'template', '{}', 'pages/home/index', 'finished', '', at, at, at]
  await insert(database, 'notice', notice, [[noticeId, articleId, ...words]])
  const columns = ['id', 'notice_id', 'member_id', 'template_id', 'state', 'reason', 'grant_state', 'not_before']
  columns.push('created_at', 'sending_at', 'settled_at')
  const rows = numbers(count).map((each) => {
    const [state, reason, grant] =
      each % 2 === 0 ? ['sent', null, 'spent'] : ['skipped', each % 4 === 1 ? 'no_grant' : 'unsubscribed', 'none']
    return [newId(), noticeId, newId(), 'template', state, reason, grant, at, at, state === 'sent' ? at : null, at]
  })
  await insert(database, 'delivery', columns, rows)
  return noticeId
}

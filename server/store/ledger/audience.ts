import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  AUDIENCE_OF_NOTICE,
  isNoticeOver,
  type DeliveryState,
  type NoticeAudience,
  type NoticeKind,
  type NoticeStatus,
} from '../../../shared/domain/notice'
import { TEMPLATE_OF_NOTICE, TOPIC_OF_TEMPLATE } from '../../../shared/domain/topics'
import { placeholders, type Sql } from './sql'
import type { Read, Row, Transaction, Value } from './transaction'

/** The topic that a member must have turned on to be told by a notice of this kind. */
export const topicOf = (kind: NoticeKind) => TOPIC_OF_TEMPLATE[TEMPLATE_OF_NOTICE[kind]]

/** What of a notice says whom it is for. */
export interface AudienceOf {
  id: string
  articleId: string
  kind: NoticeKind
  templateId: string
  audience: NoticeAudience
  /** The first notice of its chain; itself when it follows up none. */
  root: string
}

export const AUDIENCE_COLUMNS = 'id, article_id, kind, template_id, audience, follows_up'

export const toAudienceOf = (row: Row): AudienceOf => ({
  id: String(row.id),
  articleId: String(row.article_id),
  kind: row.kind as NoticeKind,
  templateId: String(row.template_id),
  audience: row.audience as NoticeAudience,
  root: String(row.follows_up ?? row.id),
})

/** Who is reminded was certainly told; who is told of a change may only perhaps have been told of the event. */
export const TOLD: Record<NoticeKind, { kinds: NoticeKind[] | null; states: DeliveryState[] }> = {
  preview: { kinds: [], states: [] },
  reminder: { kinds: ['preview'], states: ['sent'] },
  change: { kinds: null, states: ['sending', 'sent', 'unknown', 'unconfirmed'] },
  cancellation: { kinds: null, states: ['sending', 'sent', 'unknown', 'unconfirmed'] },
}

/** Who has got the words of a chain, may have got them or may yet get them: never told them again. */
const HAS_OR_MAY =
  "(COALESCE(h.state, '') IN ('pending', 'sending', 'sent', 'unknown', 'unconfirmed') OR (COALESCE(h.state, '') = 'rejected' AND COALESCE(h.reason, '') <> 'not_subscribed'))"

interface Mate {
  id: string
  kind: NoticeKind
  status: NoticeStatus
  root: string
}

/** Part of a query: `FROM … WHERE …`. */
interface Source {
  /** The column of member ids, in the order in which rows are found. */
  key: 's.member_id' | 't.member_id'
  from: string
  values: Value[]
}

/** Who wants no reminder of this event, although they do of others. */
const NOT_THIS_EVENT = `AND NOT EXISTS (SELECT 1 FROM member_event_choice AS c
  WHERE c.member_id = t.member_id AND c.article_id = ? AND c.remind = 0)`

function sourcesOf(sql: Sql, notice: AudienceOf, mates: Mate[]): Source[] {
  const topic = topicOf(notice.kind)
  const chain = mates.filter((mate) => mate.root === notice.root && mate.id !== notice.id).map(({ id }) => id)
  const isFollowUp = notice.audience === 'follow_up'
  const grant = isFollowUp
    ? 'JOIN grant_balance AS b ON b.member_id = s.member_id AND b.template_id = ? AND b.available > 0'
    : ''
  const grantValues = isFollowUp ? [notice.templateId] : []
  const unheard =
    isFollowUp && chain.length > 0
      ? `AND NOT EXISTS (SELECT 1 FROM delivery AS h WHERE h.notice_id IN ${placeholders(chain)}
          AND h.member_id = s.member_id AND ${HAS_OR_MAY})`
      : ''
  const unheardValues = unheard === '' ? [] : chain
  const base = isFollowUp ? AUDIENCE_OF_NOTICE[notice.kind] : notice.audience
  if (base === 'topic') {
    const from = `FROM member_topic AS s ${grant} WHERE s.topic = ? AND s.subscribed = 1 ${unheard}`
    return [{ key: 's.member_id', from, values: [...grantValues, topic, ...unheardValues] }]
  }
  const { kinds, states } = TOLD[notice.kind]
  const isReminder = notice.kind === 'reminder'
  const told = mates
    .filter((mate) => mate.root !== notice.root && (kinds === null || kinds.includes(mate.kind)))
    .map(({ id }) => ({
      key: 't.member_id' as const,
      // The notice finds its deliveries in order of members; everything else is looked up by key.
      from: `FROM delivery AS t ${sql.joinInOrder} member_topic AS s
          ON s.member_id = t.member_id AND s.topic = ? AND s.subscribed = 1 ${grant}
        WHERE t.notice_id = ? AND COALESCE(t.state, '') IN ${placeholders(states)} ${isReminder ? NOT_THIS_EVENT : ''}
          ${unheard}`,
      values: [topic, ...grantValues, id, ...states, ...(isReminder ? [notice.articleId] : []), ...unheardValues],
    }))
  if (!isReminder) return told
  // Who chose the event is reminded of it, told or not: the choice subscribes to this event alone.
  const from = `FROM member_event_choice AS s ${grant} WHERE s.article_id = ? AND s.remind = 1 ${unheard}`
  return [...told, { key: 's.member_id', from, values: [...grantValues, notice.articleId, ...unheardValues] }]
}

/** Whether members may yet be added to a notice in this status. */
const mayAdd = (status: NoticeStatus): boolean => ['draft', 'scheduled', 'preparing'].includes(status)

async function matesOf(read: Read, articleId: string): Promise<Mate[]> {
  const rows = await read('SELECT id, kind, status, follows_up FROM notice WHERE article_id = ?', [articleId])
  return rows.map((row) => ({
    id: String(row.id),
    kind: row.kind as NoticeKind,
    status: row.status as NoticeStatus,
    root: String(row.follows_up ?? row.id),
  }))
}

/**
 * The next `limit` members of a notice's audience, by id, after `after`; fewer when there are no more. Null while a
 * follow-up must wait because an older notice of its chain may still add people: only one of a chain adds at a time, so
 * that two of them never take the same member.
 */
export async function nextMembers(
  transaction: Transaction,
  notice: AudienceOf,
  after: string,
  limit: number,
): Promise<string[] | null> {
  const read: Read = (query, values) => transaction.all(query, values)
  const isFollowUp = notice.audience === 'follow_up'
  const alone = notice.audience === 'topic'
  const mates = alone ? [] : await matesOf(read, notice.articleId)
  if (isFollowUp && mates.some((mate) => mate.root === notice.root && mate.id < notice.id && mayAdd(mate.status))) {
    return null
  }
  const found = new Set<string>()
  for (const { key, from, values } of sourcesOf(transaction.sql, notice, mates)) {
    const query = `SELECT ${key} AS member_id ${from} AND ${key} > ? ORDER BY ${key} LIMIT ${limit}`
    const rows = await transaction.all(query, [...values, after])
    for (const row of rows) found.add(String(row.member_id))
  }
  return [...found].sort().slice(0, limit)
}

/** Subscribers that one query of a count walks through. */
const SLICE = 10_000
/** Sorts behind every id. */
const LAST_OF_ALL = '~'

/**
 * How many members a follow-up of this notice would reach now, none of whom has got its words or may have; 0 while a
 * notice of its chain is not over.
 */
export async function countStillGet(read: Read, sql: Sql, noticeId: string): Promise<number> {
  const [row] = await read(`SELECT ${AUDIENCE_COLUMNS} FROM notice WHERE id = ?`, [noticeId])
  if (row === undefined) return 0
  const notice = toAudienceOf(row)
  const mates = await matesOf(read, notice.articleId)
  if (mates.some((mate) => mate.root === notice.root && !isNoticeOver(mate.status))) return 0
  const chain = mates.filter((mate) => mate.root === notice.root).map(({ id }) => id)
  // Where rows became counts, nobody knows any more who has got the words.
  const [folded] = await read(
    `SELECT 1 AS found FROM delivery_total WHERE notice_id IN ${placeholders(chain)} LIMIT 1`,
    chain,
  )
  if (folded !== undefined) return 0
  const next: AudienceOf = { ...notice, id: '', audience: 'follow_up' }
  const sources = sourcesOf(sql, next, mates)
  if (sources.length === 0) return 0
  // By slices of subscribers: on SQLite no query may hold up everybody else for long.
  const topic = topicOf(notice.kind)
  let total = 0
  let after = ''
  for (;;) {
    const [slice] = await read(
      `SELECT COUNT(*) AS found, MAX(member_id) AS last_id FROM (SELECT member_id FROM member_topic
        WHERE topic = ? AND subscribed = 1 AND member_id > ? ORDER BY member_id LIMIT ${SLICE}) AS slice`,
      [topic, after],
    )
    const isLast = Number(slice?.found) < SLICE
    const upTo = isLast ? LAST_OF_ALL : String(slice?.last_id)
    const union = sources.map(({ key, from }) => `SELECT ${key} AS member_id ${from} AND ${key} > ? AND ${key} <= ?`)
    const [count] = await read(
      `SELECT COUNT(*) AS total FROM (${union.join(' UNION ')}) AS everybody`,
      sources.flatMap(({ values }) => [...values, after, upTo]),
    )
    total += Number(count?.total ?? 0)
    if (isLast) return total
    after = upTo
    await nextTurn()
  }
}

import type { AudienceCounts } from '../../features/notices/ports'
import type { NoticeKind } from '../../../shared/domain/notice'
import type { Topic } from '../../../shared/domain/topics'
import type { Database } from '../database'
import { TOLD } from '../ledger/audience'
import { inSlices, SLICE } from './inSlices'
import type { LongReads } from './longReads'

type Row = Record<string, string | number | null>

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/**
 * Members of a table `slice` by what keeps them from a notice, and where the slice ends. With `ofEvent`, what a member
 * decided for the event goes before the topic.
 */
function countsOf(slice: string, ofEvent: boolean): string {
  const wants = ofEvent ? 'COALESCE(c.remind, t.subscribed)' : 't.subscribed'
  const choice = ofEvent
    ? 'LEFT JOIN member_event_choice AS c ON c.member_id = slice.member_id AND c.article_id = ?'
    : ''
  return `SELECT COUNT(*) AS everybody, MAX(slice.member_id) AS last_id,
    SUM(CASE WHEN ${wants} = 1 AND b.available > 0 THEN 1 ELSE 0 END) AS will_get,
    SUM(CASE WHEN ${wants} = 1 THEN 1 ELSE 0 END) AS subscribed
  FROM (${slice}) AS slice
  LEFT JOIN member_topic AS t ON t.member_id = slice.member_id AND t.topic = ?
  LEFT JOIN grant_balance AS b ON b.member_id = slice.member_id AND b.template_id = ? ${choice}`
}

/** Those who were told, and those who chose the event although nobody told them. */
const withChosen = (told: string): string => `SELECT member_id FROM (
    SELECT member_id FROM (${told}) AS told UNION
    SELECT member_id FROM (SELECT member_id FROM member_event_choice WHERE article_id = ? AND remind = 1 AND member_id > ?
      ORDER BY member_id LIMIT ${SLICE}) AS chosen
  ) AS either ORDER BY member_id LIMIT ${SLICE}`

interface Counting {
  /** Ends with what the slice starts after. */
  slice: string
  values: (after: string) => string[]
  topic: Topic
  templateId: string
  /** The event whose choices count. */
  ofEvent?: string
}

/** Counts who would get a notice, who has no grant for it and who does not want it. */
export function createAudienceCounts(database: Database, longRead: LongReads) {
  const count = async ({ slice, values, topic, templateId, ofEvent }: Counting): Promise<AudienceCounts> => {
    const query = countsOf(slice, ofEvent !== undefined)
    let [everybody, willGet, subscribed] = [0, 0, 0]
    await inSlices(async (after) => {
      const [row]: Row[] = await database.read.query(query, [
        ...values(after),
        ...[topic, templateId],
        ...(ofEvent === undefined ? [] : [ofEvent]),
      ])
      const found = Number(row?.everybody ?? 0)
      everybody += found
      willGet += Number(row?.will_get ?? 0)
      subscribed += Number(row?.subscribed ?? 0)
      return found < SLICE ? null : String(row?.last_id)
    })
    return { willGet, noGrant: subscribed - willGet, notSubscribed: everybody - subscribed }
  }

  return {
    audience(topic: Topic, templateId: string): Promise<AudienceCounts> {
      const slice = `SELECT id AS member_id FROM member WHERE id > ? ORDER BY id LIMIT ${SLICE}`
      return longRead(`audience:${topic}`, () => count({ slice, values: (after) => [after], topic, templateId }))
    },

    audienceTold(articleId: string, kind: NoticeKind, topic: Topic, templateId: string): Promise<AudienceCounts> {
      const { kinds, states } = TOLD[kind]
      const ofKinds = kinds === null ? '' : `AND n.kind IN (${marks(kinds)})`
      const told = `SELECT DISTINCT d.member_id FROM notice AS n JOIN delivery AS d ON d.notice_id = n.id
        JOIN member AS m ON m.id = d.member_id
        WHERE n.article_id = ? ${ofKinds} AND d.state IN (${marks(states)}) AND d.member_id > ?
        ORDER BY d.member_id LIMIT ${SLICE}`
      const valuesTold = (after: string) => [articleId, ...(kinds ?? []), ...states, after]
      const of = { topic, templateId }
      const counting: Counting =
        kind === 'reminder'
          ? {
              ...of,
              slice: withChosen(told),
              values: (after) => [...valuesTold(after), articleId, after],
              ofEvent: articleId,
            }
          : { ...of, slice: told, values: valuesTold }
      return longRead(`told:${kind}:${articleId}`, () => count(counting))
    },
  }
}

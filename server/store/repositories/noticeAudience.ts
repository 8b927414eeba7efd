import type { AudienceCounts } from '../../features/notices/ports'
import type { NoticeKind } from '../../../shared/domain/notice'
import type { Topic } from '../../../shared/domain/topics'
import type { Database } from '../database'
import { TOLD } from '../ledger/audience'
import { inSlices, SLICE } from './inSlices'
import type { LongReads } from './longReads'

type Row = Record<string, string | number | null>

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/** Members of a table `slice` by what keeps them from a notice, and where the slice ends. */
const countsOf = (slice: string): string => `SELECT COUNT(*) AS everybody, MAX(slice.member_id) AS last_id,
    SUM(CASE WHEN t.subscribed = 1 AND b.available > 0 THEN 1 ELSE 0 END) AS will_get,
    SUM(CASE WHEN t.subscribed = 1 THEN 1 ELSE 0 END) AS subscribed
  FROM (${slice}) AS slice
  LEFT JOIN member_topic AS t ON t.member_id = slice.member_id AND t.topic = ?
  LEFT JOIN grant_balance AS b ON b.member_id = slice.member_id AND b.template_id = ?`

/** Counts who would get a notice, who has no grant for it and who does not want it. */
export function createAudienceCounts(database: Database, longRead: LongReads) {
  const count = async (slice: string, values: string[], topic: Topic, templateId: string): Promise<AudienceCounts> => {
    let [everybody, willGet, subscribed] = [0, 0, 0]
    await inSlices(async (after) => {
      const [row]: Row[] = await database.read.query(countsOf(slice), [...values, after, topic, templateId])
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
      return longRead(`audience:${topic}`, () => count(slice, [], topic, templateId))
    },

    audienceTold(articleId: string, kind: NoticeKind, topic: Topic, templateId: string): Promise<AudienceCounts> {
      const { kinds, states } = TOLD[kind]
      const ofKinds = kinds === null ? '' : `AND n.kind IN (${marks(kinds)})`
      const slice = `SELECT DISTINCT d.member_id FROM notice AS n JOIN delivery AS d ON d.notice_id = n.id
        JOIN member AS m ON m.id = d.member_id
        WHERE n.article_id = ? ${ofKinds} AND d.state IN (${marks(states)}) AND d.member_id > ?
        ORDER BY d.member_id LIMIT ${SLICE}`
      const values = [articleId, ...(kinds ?? []), ...states]
      return longRead(`told:${kind}:${articleId}`, () => count(slice, values, topic, templateId))
    },
  }
}

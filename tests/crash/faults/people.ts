import { MemberTopicEntity } from '../../../server/store/entities'
import { erase } from '../../support/ledgerRows'
import { createRandom } from '../random'
import { eventually } from '../scene'
import { acceptedCount, faultRun, type FaultOptions } from './fault'

/** Members turn the topic off, or leave altogether, while their notice goes out. */
export const unsubscribeMidSend = (options: FaultOptions) => {
  const random = createRandom(options.seed)
  return faultRun(
    'unsubscribe-mid-send',
    { ...options, recipients: Math.max(options.recipients, 300) },
    async ({ people, database, ...scene }) => {
      await eventually(() => scene.standIn.accepted().length >= 10)
      const left = new Map<string, number>()
      let erased = 0
      const leavers = people.filter(() => random.next() < 0.25)
      for (const { memberId } of leavers) {
        if (random.next() < 0.3) {
          await erase(database, memberId)
          erased += 1
        } else {
          await database.write((manager) => manager.update(MemberTopicEntity, { memberId }, { subscribed: false }))
        }
        left.set(memberId, Date.now())
      }
      const before = acceptedCount({ people, database, ...scene })
      return { unknownBound: 0, left, seen: { left: left.size, erased, accepted_before: before } }
    },
    { latencyMs: 150 },
  )
}

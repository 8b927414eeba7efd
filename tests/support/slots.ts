import type { Ledger, Messenger } from '../../server/delivery'
import type { Database } from '../../server/store/database'
import { transactOn } from '../../server/store/ledger/transaction'

/** What the database's own clock shows, in ms since the epoch. */
export const databaseClock = (database: Database): Promise<number> =>
  transactOn(database)(async (transaction) => {
    const [row] = await transaction.all(`SELECT ${transaction.sql.now} AS now`)
    return Number(row?.now)
  })

/**
 * Watches what engines do with the slots that a rate gives them. It compares slots with slots and sends with slots and
 * never with the clock on the wall, on which a busy machine bunches whatever was sent in time.
 */
export function createSlotWatch(database: Database) {
  let beganAt: Promise<number> | null = null
  let given = 0
  let early = 0
  /** By openid: no later than the slot of the send that is due, in this process's monotonic time. */
  const slots = new Map<string, number>()

  return {
    given: () => given,

    watch(ledger: Ledger, messenger: Messenger): { ledger: Ledger; messenger: Messenger } {
      return {
        ledger: {
          ...ledger,
          async claim(...call) {
            await (beganAt ??= databaseClock(database))
            const answer = await ledger.claim(...call)
            const answeredAt = performance.now()
            for (const { openid, startsInMs } of answer.claims) {
              if (startsInMs === undefined) continue
              given += 1
              slots.set(openid, answeredAt + startsInMs)
            }
            return answer
          },
        },
        messenger: {
          ...messenger,
          send(request) {
            if (performance.now() < (slots.get(request.openid) ?? 0)) early += 1
            return messenger.send(request)
          },
        },
      }
    },

    /** Sends before their slots, and slots that were given away beyond `ratePerSecond`, over all processes. */
    async kept(ratePerSecond: number): Promise<{ early: number; tooMany: number }> {
      const [pace] = await database.read.query<{ next_slot_us: string }[]>('SELECT next_slot_us FROM send_pace')
      const seconds = Number(pace?.next_slot_us) / 1e6 - ((await beganAt) ?? NaN) / 1e3
      return { early, tooMany: Math.max(0, Math.ceil(given - seconds * ratePerSecond)) }
    },
  }
}

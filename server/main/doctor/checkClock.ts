import type { Clock } from '../../kernel/clock'
import type { Database } from '../../store/database'
import { findingsOf, words, type Finding } from './finding'

const { ok, care, fail } = findingsOf(words('时钟', 'Clock'))

const CARE_MS = 5_000
/** A code of the second step lasts so long; reminders and set times are as wrong as the clock. */
const FAIL_MS = 30_000

export interface ClockReading {
  of: { zh: string; en: string }
  /** What the other clock said; it may be as much later as `coarseMs`. */
  said: number
  coarseMs: number
  /** Ours, before the question and after the answer. */
  before: number
  after: number
}

/** How far ours is from the other, ms; 0 when the answer fits between question and answer. Positive: ours is ahead. */
export function skewOf({ said, coarseMs, before, after }: ClockReading): number {
  if (before > said + coarseMs) return before - said - coarseMs
  return after < said ? after - said : 0
}

export function clockFinding(reading: ClockReading): Finding {
  const skew = skewOf(reading)
  const { zh, en } = reading.of
  if (Math.abs(skew) < CARE_MS) return ok(`与${zh}一致。`, `agrees with ${en}.`)
  const seconds = Math.round(Math.abs(skew) / 1000)
  const tell = Math.abs(skew) < FAIL_MS ? care : fail
  return tell(
    `本机比${zh}${skew > 0 ? '快' : '慢'} ${seconds} 秒。请启用自动校时（timedatectl set-ntp true）。`,
    `this machine is ${seconds} s ${skew > 0 ? 'ahead of' : 'behind'} ${en}: turn on NTP.`,
  )
}

/** Null on SQLite, whose clock is this machine's. */
export async function readDatabaseClock(database: Database, clock: Clock): Promise<ClockReading | null> {
  if (!database.isMysql) return null
  const before = clock.now()
  const [row] = await database.read.query<{ ms: string | number }[]>(
    'SELECT FLOOR(UNIX_TIMESTAMP(NOW(3)) * 1000) AS ms',
  )
  const of = { zh: '数据库', en: 'the database' }
  return row === undefined ? null : { of, said: Number(row.ms), coarseMs: 1, before, after: clock.now() }
}

/**
 * `npm run -s bench:soak -- [--seconds 90] [--recipients 2000] [--db sqlite,mariadb]`: members read, log in and subscribe,
 * staff write and publish, and a notice goes out, all at once at one process. One JSON line; of each database:
 * - `requests`, `errors`: answered, and not as they should have been (0); `p99_ms`: over all of them;
 * - `rss_mb`: at the end; `rss_slope_mb_min`: growth a minute over the second half;
 * - `lost_writes`: drafts, publications, answers and views that were acknowledged and are not in the database once the
 *   process has stopped (0); `not_once`: who got the notice more or less often than once (0).
 * Exit code 1 when an error, a lost write or somebody not told once was found.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { StaffArticle } from '../../../shared/contract'
import type { DatabaseKind } from '../../support/databases'
import { eventArticle, noticeValues } from '../../support/factories'
import { keepDraft } from '../../support/staff'
import { until } from '../../support/until'
import { openCrowd } from './crowd'
import { openHouse, type House } from './house'
import { newcomer, nothingPromised, reader, writer } from './people'
import { lostWrites, notOnce, slopeOf, type Sample } from './verdict'

const READERS = 6
const NEWCOMERS = 2
const WRITERS = 2
const SAMPLE_MS = 1_000
const AFTER_MS = 240_000

async function publishNotice({ staff, database }: House): Promise<string> {
  const draft = await keepDraft(staff, eventArticle())
  const json = { version: draft.version, notice: { values: noticeValues() } }
  const path = `/api/admin/articles/${draft.id}/publish`
  const { status, body } = await staff.call<StaffArticle>('POST', path, { json })
  if (status !== 200) throw new Error(`not published: ${JSON.stringify(body)}`)
  const [row] = await until(
    () => database.read.query<{ id: string }[]>(`SELECT id FROM notice WHERE article_id = '${draft.id}'`),
    (rows) => rows.length > 0,
  )
  return row?.id ?? ''
}

const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits))

async function soak(kind: DatabaseKind, seconds: number, recipients: number): Promise<Record<string, number>> {
  const house = await openHouse({ kind, seconds, recipients })
  try {
    const counted = await house.database.read.query<{ id: string; views: number }[]>('SELECT id, views FROM article')
    const viewsBefore = new Map(counted.map(({ id, views }) => [id, Number(views)]))
    const noticeId = await publishNotice(house)
    const promised = nothingPromised()
    const crowd = openCrowd(house.url, READERS + NEWCOMERS + WRITERS)
    const begun = performance.now()
    for (let one = 0; one < READERS; one += 1) crowd.sendOff(reader(crowd, promised))
    for (let one = 0; one < NEWCOMERS; one += 1) crowd.sendOff(newcomer(crowd, house, promised))
    for (let one = 0; one < WRITERS; one += 1) crowd.sendOff(writer(crowd, house, promised))
    const samples: Sample[] = []
    while (performance.now() - begun < seconds * 1_000) {
      await wait(SAMPLE_MS)
      samples.push({ at: (performance.now() - begun) / 1_000, mb: house.rssMb() })
    }
    await crowd.callBack()
    await until(
      () => house.database.read.query<{ status: string }[]>(`SELECT status FROM notice WHERE id = '${noticeId}'`),
      ([row]) => row?.status === 'finished',
      AFTER_MS,
    )
    const { code, stderr } = await house.stop()
    const lost = await lostWrites(house, promised, viewsBefore)
    const times = [...crowd.times].sort((a, b) => a - b)
    const errors = crowd.errors.length + (code === 0 ? 0 : 1) + (stderr === '' ? 0 : 1)
    for (const error of crowd.errors.slice(0, 10)) process.stderr.write(`${kind}: ${error}\n`)
    if (stderr !== '') process.stderr.write(`${kind}: ${stderr.slice(0, 1_000)}\n`)
    if (lost.articles + lost.views + lost.answers > 0) process.stderr.write(`${kind}: lost ${JSON.stringify(lost)}\n`)
    return {
      requests: times.length,
      errors,
      p50_ms: rounded(times[Math.floor(times.length * 0.5)] ?? 0),
      p99_ms: rounded(times[Math.floor(times.length * 0.99)] ?? 0),
      rss_mb: Math.round(samples.at(-1)?.mb ?? 0),
      rss_slope_mb_min: rounded(slopeOf(samples)),
      lost_writes: lost.articles + lost.views + lost.answers,
      not_once: notOnce(house, noticeId),
    }
  } finally {
    await house.close()
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '90' },
      recipients: { type: 'string', default: '2000' },
      db: { type: 'string', default: 'sqlite' },
    },
  })
  const line: Record<string, number> = {}
  for (const kind of values.db.split(',') as DatabaseKind[]) {
    const told = await soak(kind, Number(values.seconds), Number(values.recipients))
    for (const [name, value] of Object.entries(told)) line[`${kind}_${name}`] = value
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
  const isBroken = Object.entries(line).some(
    ([name, value]) => /_(errors|lost_writes|not_once)$/.test(name) && value > 0,
  )
  process.exit(isBroken ? 1 : 0)
}

main().catch((error: unknown) => {
  process.stderr.write(`${String((error as Error).stack)}\n`)
  process.exit(2)
})

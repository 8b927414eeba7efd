import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { ErrorBody, StaffArticle } from '../../shared/contract'
import { addAudience, neverPause, type Person } from '../crash/audience'
import { startStandIn } from '../crash/standIn'
import { openFreshDatabase } from '../support/databases'
import { eventArticle, noticeValues } from '../support/factories'
import { codeOf } from '../support/http'
import { statesOf } from '../support/ledgerRows'
import { startProcess, type StartedProcess } from '../support/process'
import { addStaff, ADMINISTRATOR, keepDraft, logInAs } from '../support/staff'
import { until } from '../support/until'

const root = join(__dirname, '../..')
/** As long as the longest of the tests may take. */
const LONGEST_LIFE_MS = 290_000
/** Hundreds are sent meanwhile. */
const FINISHED_MS = 180_000
const programs = join(root, 'node_modules/.cache/fleet', String(process.pid))

/** The product's own programs, bundled as `npm run build` bundles them. */
export async function buildPrograms(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ['server/main/web.ts', 'server/main/worker.ts'],
    outdir: programs,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
  })
}

export const removePrograms = (): void => rmSync(programs, { recursive: true, force: true })

export interface FleetOptions {
  redisUrl: string
  recipients: number
  /** Of each worker. */
  concurrency: number
  /** Further variables for every process. */
  environment?: Record<string, string>
  /** Of WeChat, milliseconds. */
  latencyMs?: number
}

/**
 * Two web processes and as many workers as a test starts, on one MariaDB and one Redis, with WeChat's stand-in in a
 * process of its own that keeps a list of what it accepted.
 */
export async function openFleet({ redisUrl, recipients, concurrency, ...more }: FleetOptions) {
  const { database, url: databaseUrl, close } = await openFreshDatabase('mariadb')
  const folder = await mkdtemp(join(tmpdir(), 'association-fleet-'))
  const standIn = await startStandIn(folder, more.latencyMs ?? 50)
  await neverPause(database)
  const started: StartedProcess[] = []

  const start = async (program: 'web' | 'worker') => {
    const environment = {
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      WECHAT_API_BASE: standIn.url,
      SESSION_SECRET: 'the same for every process of the fleet',
      SEND_CONCURRENCY: String(concurrency),
      LOG_LEVEL: 'error',
      ...more.environment,
    }
    const running = startProcess(program, environment, [], join(programs, `${program}.js`), LONGEST_LIFE_MS)
    started.push(running)
    return { running, told: await running.ready() }
  }
  const startWorker = async () => (await start('worker')).running
  const startWeb = async () => {
    const { running, told } = await start('web')
    return { running, url: told.replace('localhost', '127.0.0.1') }
  }

  await addStaff(database, { login: ADMINISTRATOR.login, role: 'administrator' })
  const [people, ...webs] = await Promise.all([addAudience(database, standIn, recipients), startWeb(), startWeb()])
  const [first, second] = await Promise.all(webs.map((web) => logInAs(web, ADMINISTRATOR.login)))
  if (first === undefined || second === undefined) throw new Error('two web processes are needed')
  const browsers = [first, second]

  /** Waits for the one preview of an article. */
  const previewOf = async (articleId: string): Promise<string> => {
    const rows = await until(
      () => database.read.query<{ id: string }[]>('SELECT id FROM notice WHERE article_id = ?', [articleId]),
      (found) => found.length > 0,
    )
    if (rows.length !== 1) throw new Error(`${rows.length} notices of one publication`)
    return rows[0]?.id ?? ''
  }

  return {
    people,
    standIn,
    database,
    webs,
    startWeb,
    startWorker,

    /** Publishes an event with its notice, by a click in both web processes at once; the notice's id. */
    async publish(): Promise<string> {
      const draft = await keepDraft(first, eventArticle())
      const json = { version: draft.version, notice: { values: noticeValues() } }
      const path = `/api/admin/articles/${draft.id}/publish`
      const clicks = await Promise.all(
        browsers.map((browser) => browser.call<StaffArticle | ErrorBody>('POST', path, { json })),
      )
      const made = clicks.filter(({ status }) => status < 300)
      if (made.length !== 1) throw new Error(`two clicks published ${made.length} times: ${JSON.stringify(clicks)}`)
      return previewOf(draft.id)
    },

    /** Has an event publish itself with its notice, and tells when; what publishes it is for the fleet to agree on. */
    async publishSoon(leadMs = 2_500): Promise<{ at: number; noticeId: string }> {
      const draft = await keepDraft(first, eventArticle())
      const at = Date.now() + leadMs
      const json = { version: draft.version, at: new Date(at).toISOString(), notice: { values: noticeValues() } }
      const set = await second.call<StaffArticle | ErrorBody>('POST', `/api/admin/articles/${draft.id}/schedule`, {
        json,
      })
      // a slow machine took longer than that to ask
      if (codeOf(set) === 'time_past') return this.publishSoon(leadMs * 3)
      if (set.status !== 200) throw new Error(`the time was refused: ${JSON.stringify(set.body)}`)
      return { at, noticeId: await previewOf(draft.id) }
    },

    tokensIssued: async () => (await standIn.control<{ issued: number }>('/tokens', undefined, 'GET')).issued,
    revokeToken: () => standIn.control('/tokens/revoke'),

    accepted: () => standIn.accepted().length,

    /** Waits until WeChat has accepted so many in all. */
    acceptedAtLeast: (count: number) =>
      until(
        () => Promise.resolve(standIn.accepted().length),
        (now) => now >= count,
      ),

    /** How many deliveries are in each state, once the notice is finished. */
    async finished(noticeId: string): Promise<Record<string, number>> {
      await until(
        () => database.read.query<{ status: string }[]>('SELECT status FROM notice WHERE id = ?', [noticeId]),
        ([row]) => row?.status === 'finished',
        FINISHED_MS,
      )
      return statesOf(database, noticeId)
    },

    /** Who got the notice more or less often than once. */
    notOnce(noticeId: string): Person[] {
      const times = new Map<string, number>()
      for (const { openid, page } of standIn.accepted()) {
        if (page.includes(noticeId)) times.set(openid, (times.get(openid) ?? 0) + 1)
      }
      return people.filter(({ openid, grants, subscribed }) => {
        return (times.get(openid) ?? 0) !== (subscribed && grants > 0 ? 1 : 0)
      })
    },

    /** Asks every process to stop; what each said on its way and how it ended. */
    async stop() {
      for (const { child } of started) child.kill('SIGTERM')
      const ends = await Promise.all(started.map(({ ended }) => ended))
      return ends.map(({ code, stderr }) => ({ code, stderr }))
    },

    async clean() {
      await Promise.all(started.map((one) => one.clean()))
      await standIn.stop()
      await close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type ProductFleet = Awaited<ReturnType<typeof openFleet>>

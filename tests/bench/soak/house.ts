import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { addAudience, neverPause } from '../../crash/audience'
import { startStandIn } from '../../crash/standIn'
import { openFreshDatabase, type DatabaseKind } from '../../support/databases'
import { startProcess } from '../../support/process'
import { addStaff, ADMINISTRATOR, logInAs } from '../../support/staff'

const root = process.cwd()
const LATENCY_MS = 40

/** The product's own program, bundled as `npm run build` bundles it. */
async function builtWeb(): Promise<string> {
  // its packages are looked for from where it stands
  const outdir = join(root, 'node_modules/.cache/soak', String(process.pid))
  await build({
    absWorkingDir: root,
    entryPoints: ['server/main/web.ts'],
    outdir,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
  })
  return join(outdir, 'web.js')
}

export interface SoakOptions {
  kind: DatabaseKind
  seconds: number
  recipients: number
}

/** One web process that also sends, its database, an audience, staff, and WeChat's stand-in in a process of its own. */
export async function openHouse({ kind, seconds, recipients }: SoakOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'association-soak-'))
  const { database, url: databaseUrl, close } = await openFreshDatabase(kind)
  const standIn = await startStandIn(folder, LATENCY_MS)
  await neverPause(database)
  const people = await addAudience(database, standIn, recipients)
  await addStaff(database, { login: ADMINISTRATOR.login, role: 'administrator' })
  const environment = {
    DATABASE_URL: databaseUrl,
    WECHAT_API_BASE: standIn.url,
    SESSION_SECRET: 'the secret of a house that is only a trial',
    // the notice is to go out for as long as the others come
    SEND_RATE: String(Math.max(1, Math.ceil(recipients / seconds))),
    LOG_LEVEL: 'error',
  }
  const web = startProcess('web', environment, ['--migrate'], await builtWeb(), (seconds + 600) * 1_000)
  const url = (await web.ready()).replace('localhost', '127.0.0.1')

  return {
    url,
    database,
    standIn,
    people,
    staff: await logInAs({ url }, ADMINISTRATOR.login),
    /** Megabytes that the process has in memory. */
    rssMb: (): number => {
      const status = readFileSync(`/proc/${web.child.pid}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
    },
    /** Ends the process in order; its exit code and what it complained of. */
    async stop() {
      web.child.kill('SIGTERM')
      const { code, stderr } = await web.ended
      return { code, stderr }
    },
    async close() {
      await web.clean()
      await standIn.stop()
      await close()
      rmSync(folder, { recursive: true, force: true })
      rmSync(join(root, 'node_modules/.cache/soak', String(process.pid)), { recursive: true, force: true })
    },
  }
}

export type House = Awaited<ReturnType<typeof openHouse>>

import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { freePort } from '../../support/freePort'
import { createRandom } from '../random'
import { eventually } from '../scene'
import { acceptedCount, faultRun, pause, type FaultOptions, type FaultResult } from './fault'

const SERVER = ['/usr/sbin/mariadbd', '/usr/sbin/mysqld', '/usr/local/bin/mariadbd'].find(existsSync)
const INSTALL = ['/usr/bin/mariadb-install-db', '/usr/local/bin/mariadb-install-db'].find(existsSync)

/** A MariaDB of this run's own, in a folder and on a port of its own. */
class OwnMariadb {
  private child: ChildProcess | null = null

  private constructor(
    private readonly folder: string,
    readonly port: number,
  ) {}

  static async make(): Promise<OwnMariadb> {
    if (INSTALL === undefined || SERVER === undefined) throw new Error('this run needs mariadbd and mariadb-install-db')
    const folder = mkdtempSync(join(tmpdir(), 'association-mariadb-'))
    const account = process.getuid?.() === 0 ? ['--user=root'] : []
    const install = [
      '--no-defaults',
      `--datadir=${folder}/data`,
      '--auth-root-authentication-method=normal',
      ...account,
    ]
    execFileSync(INSTALL, [...install, '--skip-test-db'], { stdio: 'ignore' })
    return new OwnMariadb(folder, await freePort())
  }

  get url(): string {
    return `mysql://root@127.0.0.1:${this.port}`
  }

  async start(): Promise<void> {
    const account = process.getuid?.() === 0 ? ['--user=root'] : []
    const options = [`--datadir=${this.folder}/data`, `--socket=${this.folder}/socket`, `--port=${this.port}`]
    const small = ['--innodb-buffer-pool-size=64M', '--innodb-log-file-size=16M', '--performance-schema=OFF']
    const args = ['--no-defaults', ...account, ...options, '--bind-address=127.0.0.1', ...small]
    this.child = spawn(SERVER ?? '', args, { stdio: 'ignore' })
    const answers = async () => {
      try {
        await (await createConnection({ uri: this.url })).end()
        return true
      } catch {
        return false
      }
    }
    if (!(await eventually(answers, 60_000))) throw new Error('the MariaDB of this run does not answer')
  }

  async kill(): Promise<void> {
    const { child } = this
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  async remove(): Promise<void> {
    await this.kill()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** The database is killed in mid-run, stays away for a moment and comes back, several times. */
export async function mariadbRestart(options: FaultOptions): Promise<FaultResult> {
  const random = createRandom(options.seed)
  const times = options.times ?? 5
  const mariadb = await OwnMariadb.make()
  try {
    await mariadb.start()
    const connection = await createConnection({ uri: mariadb.url })
    await connection.query('CREATE DATABASE crash CHARACTER SET utf8mb4 COLLATE utf8mb4_bin')
    await connection.end()
    return await faultRun(
      'mariadb-restart',
      { ...options, db: 'mariadb', recipients: Math.max(options.recipients, times * 150) },
      async (scene) => {
        let restarts = 0
        for (; restarts < times; restarts += 1) {
          const before = acceptedCount(scene)
          await eventually(() => acceptedCount(scene) > before + random.whole(5, 40))
          await mariadb.kill()
          await pause(random.whole(200, 1_500))
          await mariadb.start()
        }
        return { unknownBound: 0, seen: { restarts } }
      },
      { databaseUrl: `${mariadb.url}/crash`, latencyMs: 120, settings: { leaseMs: 20_000, heartbeatMs: 1_000 } },
    )
  } finally {
    await mariadb.remove()
  }
}

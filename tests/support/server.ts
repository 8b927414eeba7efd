import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLogger, type Logger } from '../../server/kernel/logger'
import { readSettings } from '../../server/main/settings'
import { startWeb } from '../../server/main/startWeb'
import type { Database } from '../../server/store/database'
import { SettingEntity } from '../../server/store/entities'
import { DEFAULT_NOTICE_RULES, NOTICE_RULES_SETTING } from '../../shared/domain/noticeRules'
import { createTestClock, type TestClock } from './clock'
import { createMigratedDatabase, type DatabaseKind } from './databases'

export interface TestServerOptions {
  database?: DatabaseKind
  /** Sample content; true unless said otherwise. */
  seed?: boolean
  /** Further variables of the environment. */
  environment?: Record<string, string>
  logger?: Logger
  /** Whether notices wait for the morning; not unless said so, for tests run at any hour. */
  quietHours?: boolean
}

export interface TestServer {
  url: string
  setupCode: string
  database: Database
  clock: TestClock
  dataFolder: string
  stop(): Promise<void>
}

const keepAwake = (database: Database) =>
  database.write((manager) =>
    manager.save(SettingEntity, {
      name: NOTICE_RULES_SETTING,
      value: JSON.stringify({ ...DEFAULT_NOTICE_RULES, quietHours: null }),
      updatedAt: 0,
    }),
  )

/**
 * The whole server in this process, on a free port, with a fresh database and folders of its own, the sandbox on.
 * `stop` leaves nothing behind.
 */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const fresh = await createMigratedDatabase(options.database ?? 'sqlite')
  const dataFolder = await mkdtemp(join(tmpdir(), 'association-data-'))
  const clean = async () => {
    await fresh.drop()
    await rm(dataFolder, { recursive: true, force: true })
  }
  const clock = createTestClock()
  try {
    const settings = readSettings({
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataFolder,
      DATABASE_URL: fresh.url,
      ...options.environment,
    })
    const logger = options.logger ?? silentLogger
    const web = await startWeb({ settings, clock, logger, migrate: true, seed: options.seed ?? true })
    if (options.quietHours !== true) await keepAwake(web.database)
    return {
      url: `http://127.0.0.1:${web.port}`,
      setupCode: web.setupCode ?? '',
      database: web.database,
      clock,
      dataFolder,
      async stop() {
        await web.stop()
        await clean()
      },
    }
  } catch (error) {
    await clean()
    throw error
  }
}

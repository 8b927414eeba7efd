import { resolve } from 'node:path'
import type { Middleware } from 'koa'
import { createInProcessWakeup } from '../delivery'
import { createApp } from '../http/app'
import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import type { Database } from '../store/database'
import { createMemberSessions } from '../store/repositories/memberSessions'
import { createSampleContent } from '../store/repositories/sampleContent'
import { createStaffSessions } from '../store/repositories/staffSessions'
import { createUploadsFolder } from '../store/uploadsFolder'
import { composeContent } from './composeContent'
import { composeMembers } from './composeMembers'
import { composeStaff } from './composeStaff'
import { seedSample } from './seed'
import type { Settings } from './settings'
import { noticeTemplates } from './templates'

export interface ComposeOptions {
  settings: Settings
  database: Database
  clock: Clock
  logger: Logger
  /** Where this very server listens: the stand-in of WeChat is a part of it. */
  port: number
  /** Whether an empty house is given sample content. */
  seed: boolean
}

export interface House {
  app: ReturnType<typeof createApp>
  /** Printed once, while there is no staff; null afterwards. */
  setupCode: string | null
  start(): void
  /** Ends what runs in the background and writes down what is kept in memory. */
  stop(): Promise<void>
}

/** The only wiring: every part is made by a plain factory and handed what it needs. */
export async function compose({ settings, database, clock, logger, port, seed }: ComposeOptions): Promise<House> {
  const { environment, association } = settings
  const publicUrl = environment.PUBLIC_URL ?? `http://localhost:${port}`
  const templates = noticeTemplates(association, settings)
  const uploads = createUploadsFolder(settings.uploadsFolder)

  const wakeup = createInProcessWakeup(clock)
  const { sandbox } = settings
  const content = await composeContent({ database, clock, logger, association, templates, wakeup, sandbox })
  if (seed) {
    const folder = resolve('config/sample')
    await seedSample({ sample: createSampleContent(database), uploads, folder, now: clock.now() })
  }
  const staff = await composeStaff({ database, clock, uploads, sessionSecret: settings.sessionSecret })
  const members = composeMembers({ database, clock, templates })
  const besides: Middleware[] = []

  const app = createApp({
    logger,
    clock,
    publicUrl,
    secureCookies: publicUrl.startsWith('https:'),
    staffSessions: createStaffSessions(database),
    memberSessions: createMemberSessions(database),
    temporaryFolder: settings.temporaryFolder,
    distFolder: resolve('dist'),
    uploadsFolder: settings.uploadsFolder,
    sandbox,
    trustedProxies: environment.TRUSTED_PROXIES,
    routes: { ...content.routes, ...staff.routes, ...members.routes },
    besides,
  })

  return {
    app,
    setupCode: staff.setupCode,
    start() {
      content.start()
    },
    async stop() {
      await content.stop()
    },
  }
}

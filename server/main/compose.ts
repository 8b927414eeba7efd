import type { RequestListener } from 'node:http'
import { resolve } from 'node:path'
import { PUBLIC_DAYS } from '../features/contact/publicHolidays'
import { houseRoutes } from '../features/house'
import { templateRoutes } from '../features/templates'
import { auditExport } from '../features/audit/exportRoutes'
import { createApp } from '../http/app'
import { pagesInWords, quickPages } from '../http/pages'
import { quickMisses } from '../http/quickMisses'
import { quickReads } from '../http/quickReads'
import { quickViews } from '../http/quickViews'
import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import type { Database } from '../store/database'
import { createDoomedFiles } from '../store/repositories/doomedFiles'
import { createHouseSettings } from '../store/repositories/houseSettings'
import { createTemplateSettings } from '../store/repositories/templateSettings'
import { createMemberSessions } from '../store/repositories/memberSessions'
import { createNoticeRules } from '../store/repositories/noticeRules'
import { createSampleContent } from '../store/repositories/sampleContent'
import { createUnusedFiles } from '../store/repositories/unusedFiles'
import { composeBindings } from './composeBindings'
import { composeBackup } from './composeBackup'
import { composeCallbacks } from './composeCallbacks'
import { composeCodes } from './composeCodes'
import { composeContent } from './composeContent'
import { composeDelivery } from './composeDelivery'
import { composeFinder } from './composeFinder'
import { formerArticles } from './composeImport'
import { composeMembers } from './composeMembers'
import { composeMoveIn } from './composeMoveIn'
import { composeNotices } from './composeNotices'
import { composeOverview } from './composeOverview'
import { composePlanner } from './composePlanner'
import { composeRetention } from './composeRetention'
import { composeSite } from './composeSite'
import { composeStaff } from './composeStaff'
import { composeUploads } from './composeUploads'
import { composeOpenings, composeWakeup, webSends } from './composeWakeup'
import { composeWechat } from './composeWechat'
import { keepContactPhoto } from './contactPhoto'
import { createHouseNow } from './liveHouse'
import { ownUrl } from './ownUrl'
import { pictureFilesOf } from './pictureFiles'
import { seedSample } from './seed'
import type { Settings } from './settings'
import { liveTemplates, noticeTemplates } from './templates'

export interface ComposeOptions {
  settings: Settings
  database: Database
  clock: Clock
  logger: Logger
  /** Where this very server listens: the stand-in of WeChat is a part of it. */
  port: number
  /** Whether an empty house is given sample content. */
  seed: boolean
  /** Stops the server, which is then started again. */
  restart: () => void
}

export interface House {
  handle: RequestListener
  /** Printed once, while there is no staff; null afterwards. */
  setupCode: string | null
  /** Whether notices go to a stand-in that this very server answers for. */
  sendsToItself: boolean
  start(): void
  /** Publishes and sends nothing more, ends what staff watch, and waits for sends under way. */
  stopSending(): Promise<void>
  /** Writes down what is kept in memory and lets go of everything. Called once nobody is served any more. */
  stop(): Promise<void>
}

/** The only wiring: every part is made by a plain factory and handed what it needs. */
export async function compose({
  settings,
  database,
  clock,
  logger,
  port,
  seed,
  restart,
}: ComposeOptions): Promise<House> {
  const { environment, sandbox } = settings
  const publicUrl = environment.PUBLIC_URL ?? `http://localhost:${port}`
  const { uploads, pictures } = composeUploads(settings, clock)
  const configuredPhoto = await keepContactPhoto(settings, uploads)
  const houseSettings = createHouseSettings(database)
  const house = createHouseNow(settings.association, configuredPhoto, houseSettings)
  await house.reload()
  const { association, photo } = house
  const shared = { settings, database, clock, logger, association }
  const configuredTemplates = noticeTemplates(association, settings)
  const templateSettings = createTemplateSettings(database)
  const live = await liveTemplates(configuredTemplates, templateSettings)
  const { templates } = live
  const reload = () => Promise.all([house.reload(), live.reload()]).then(() => undefined)
  const wakeup = await composeWakeup(shared)
  const openings = await composeOpenings(shared)

  const wechat = composeWechat(
    { ...shared, templates: configuredTemplates, ownUrl: ownUrl(environment.HOST, port) },
    { withSandbox: true },
  )
  const delivery = await composeDelivery({ ...shared, messenger: wechat.messenger, wakeup })
  const noticeRules = createNoticeRules(database)
  const doomed = createDoomedFiles(database)
  const pictureFiles = pictureFilesOf(uploads, doomed)
  const content = await composeContent({
    ...shared,
    templates,
    noticeRules,
    wakeup,
    sandbox,
    photo,
    reload,
    pictureFiles,
    openings,
  })
  const retention = composeRetention({
    ...{ ...shared, bin: { purge: content.purgeBin } },
    files: { unused: createUnusedFiles(database), doomed, storage: pictureFiles },
  })
  const { temporaryFolder } = settings
  const { sessionSecret } = settings
  const issuer = () => Promise.resolve(association.organisation.shortName)
  const staff = await composeStaff({
    ...shared,
    ...{ uploads, pictureFiles, temporaryFolder, sessionSecret, issuer },
  })
  const members = composeMembers({
    ...shared,
    ...{ templates, sessionSecret, login: wechat.login, plan: content.reminderPlan },
  })
  if (seed) {
    const sample = createSampleContent(database)
    await seedSample({ sample, uploads, folder: resolve('config/sample'), now: clock.now() })
  }

  const access = {
    clock,
    secureCookies: publicUrl.startsWith('https:'),
    staffSessions: staff.sessions,
    memberSessions: createMemberSessions(database),
  }
  const notices = composeNotices({ ...shared, templates, rules: noticeRules, wakeup, access })

  const backup = composeBackup({ ...shared, access, prove: staff.prove, restart })

  const overview = composeOverview({ database, clock, access })

  const { answers, reading } = content
  const site = composeSite({ ...shared, answers, reading, publicUrl, pictures })

  const moveIn = composeMoveIn({ ...shared, ...{ uploads, temporaryFolder, desk: content.desk } })

  const onChange = () => reload().then(() => content.look())
  const app = createApp({
    ...shared,
    ...access,
    answers,
    publicUrl,
    temporaryFolder: settings.temporaryFolder,
    distFolder: resolve('dist'),
    uploadsFolder: settings.uploadsFolder,
    pictures,
    sandbox,
    trustedProxies: environment.TRUSTED_PROXIES,
    routes: {
      ...content.routes,
      ...staff.routes,
      ...members.routes,
      ...notices.routes,
      ...moveIn.routes,
      ...overview.routes,
      ...backup.routes,
      ...composeFinder(database),
      ...composeBindings({ ...shared, templates, codes: wechat.codes }),
      ...composePlanner(shared),
      ...houseRoutes({
        ...{ store: houseSettings, live: house, configured: settings.association, configuredPhoto, clock },
        publicDays: PUBLIC_DAYS,
        onChange,
      }),
      ...templateRoutes({
        ...{ store: templateSettings, wechat: wechat.templates, configured: configuredTemplates, clock, onChange },
      }),
    },
    besides: [
      pagesInWords(site),
      ...notices.besides,
      auditExport({ log: staff.auditLog, access }),
      ...overview.besides,
      ...backup.besides,
      staff.download,
      composeCodes({ ...shared, codes: wechat.codes }),
      formerArticles(database),
      ...composeCallbacks({
        ...shared,
        ...{ wechat, wakeup, ledger: delivery.ledger, grants: members.grantEvents, erasure: members.erasure },
      }),
    ],
  })

  const koa = app.callback()
  const long: RequestListener = (request, response) => void koa(request, response)
  const misses = quickMisses(content.routes, content.answers, quickViews(content.countAtOnce, long))

  return {
    handle: quickReads(answers, quickPages(site.pages, answers, misses)),
    setupCode: staff.setupCode,
    sendsToItself: wechat.sandbox !== null,
    start() {
      content.start()
      staff.start()
      retention.start()
      backup.start()
      if (webSends(settings)) delivery.engine.start()
    },
    async stopSending() {
      notices.closeStreams()
      await content.stopPublishing()
      await delivery.engine.stop()
      await wakeup.close()
      await wechat.close()
      await wechat.sandbox?.stop()
    },
    async stop() {
      await moveIn.stop()
      staff.stop()
      await retention.stop()
      await backup.stop()
      await content.stop()
      openings?.close()
    },
  }
}

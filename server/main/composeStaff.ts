import { HOUR_MS } from '../../shared/domain/time'
import { attachmentDownload, attachmentRoutes } from '../features/attachments/routes'
import type { AttachmentFiles } from '../features/attachments/ports'
import { createFileFetcher } from '../features/links/fetchFile'
import { createProbe } from '../features/links/probe'
import { linkRoutes } from '../features/links/routes'
import { auditRoutes } from '../features/audit/routes'
import { mediaRoutes } from '../features/media/routes'
import type { FileStorage } from '../features/retention'
import type { Uploads } from '../features/media/ports'
import { createWorkshop } from '../features/media/workshop'
import { peopleRoutes } from '../features/staff/peopleRoutes'
import { preferenceRoutes } from '../features/staff/preferenceRoutes'
import { proveSelf } from '../features/staff/proveSelf'
import { staffRoutes } from '../features/staff/routes'
import { twoStepRoutes } from '../features/staff/twoStepRoutes'
import { offerSetUp } from '../features/staff/setUp'
import { throttleLogin } from '../features/staff/throttleLogin'
import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import { createSealer } from '../kernel/seal'
import type { Database } from '../store/database'
import { createAttachments } from '../store/repositories/attachments'
import { createAuditLog } from '../store/repositories/auditLog'
import { createLibrary } from '../store/repositories/library'
import { createMediaRepository } from '../store/repositories/media'
import { createStaffBindings } from '../store/repositories/staffBindings'
import { createStaffLinks } from '../store/repositories/staffLinks'
import { createPeople } from '../store/repositories/staffPeople'
import { createStaffPreferences } from '../store/repositories/staffPreferences'
import { createStaffRepository } from '../store/repositories/staff'
import { createStaffSessions } from '../store/repositories/staffSessions'
import { createTwoStep } from '../store/repositories/staffTwoStep'
import { createThrottle } from '../store/repositories/throttle'

export interface StaffParts {
  database: Database
  clock: Clock
  logger: Logger
  uploads: Uploads & AttachmentFiles
  pictureFiles: FileStorage
  sessionSecret: string
  /** How authenticator apps name an account here. */
  issuer(): Promise<string>
  temporaryFolder: string
}

/** What staff do. */
export async function composeStaff({
  database,
  clock,
  logger,
  uploads,
  pictureFiles,
  sessionSecret,
  temporaryFolder,
  issuer,
}: StaffParts) {
  const staff = createStaffRepository(database)
  const attempts = createThrottle(database)
  const sessions = createStaffSessions(database)
  const links = createStaffLinks(database)
  const twoStep = createTwoStep(database)
  const bindings = createStaffBindings(database)
  const auditLog = createAuditLog(database)
  const throttle = throttleLogin({ throttle: attempts, clock, secret: sessionSecret })
  const people = { people: createPeople(database), links, sessions, throttle, clock }
  const sealer = createSealer(sessionSecret, 'staff second step')
  const workshop = createWorkshop({ atOnce: 2, waiting: 60 })
  const attached = { attachments: createAttachments(database), files: uploads, clock }
  let timer: NodeJS.Timeout | undefined
  const sweep = async () => {
    try {
      await sessions.removeEnded(clock.now())
      await attempts.removeEnded(clock.now())
      await links.removeEnded(clock.now())
      await twoStep.removeEnded(clock.now())
      await bindings.removeEnded(clock.now())
    } catch (error) {
      logger.warn({ err: error }, 'ended sessions could not be removed; they open nothing in any case')
    }
  }

  return {
    sessions,
    auditLog,
    download: attachmentDownload(attached),
    prove: (proven: Parameters<typeof proveSelf>[1], actor: Parameters<typeof proveSelf>[2]) =>
      proveSelf({ ...people, twoStep, sealer }, proven, actor),
    start() {
      timer = setInterval(() => void sweep(), HOUR_MS)
    },
    stop: () => clearInterval(timer),
    setupCode: await offerSetUp({ staff, clock }),
    routes: {
      ...staffRoutes({ staff, twoStep, throttle, clock }),
      ...auditRoutes(auditLog),
      ...peopleRoutes(people),
      ...twoStepRoutes({ ...people, twoStep, sealer, issuer }),
      ...preferenceRoutes({ preferences: createStaffPreferences(database), clock }),
      ...attachmentRoutes(attached),
      ...linkRoutes(createProbe()),
      ...mediaRoutes({
        media: createMediaRepository(database),
        library: createLibrary(database),
        source: createFileFetcher(),
        ...{ uploads, pictureFiles, workshop, clock, temporaryFolder },
      }),
    },
  }
}

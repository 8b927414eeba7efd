import { HOUR_MS } from '../../shared/domain/time'
import { mediaRoutes } from '../features/media/routes'
import type { Uploads } from '../features/media/ports'
import { staffRoutes } from '../features/staff/routes'
import { offerSetUp } from '../features/staff/setUp'
import { throttleLogin } from '../features/staff/throttleLogin'
import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import type { Database } from '../store/database'
import { createMediaRepository } from '../store/repositories/media'
import { createStaffRepository } from '../store/repositories/staff'
import { createStaffSessions } from '../store/repositories/staffSessions'
import { createThrottle } from '../store/repositories/throttle'

export interface StaffParts {
  database: Database
  clock: Clock
  logger: Logger
  uploads: Uploads
  sessionSecret: string
}

/** What staff do. */
export async function composeStaff({ database, clock, logger, uploads, sessionSecret }: StaffParts) {
  const staff = createStaffRepository(database)
  const attempts = createThrottle(database)
  const sessions = createStaffSessions(database)
  const throttle = throttleLogin({ throttle: attempts, clock, secret: sessionSecret })
  let timer: NodeJS.Timeout | undefined
  const sweep = async () => {
    try {
      await sessions.removeEnded(clock.now())
      await attempts.removeEnded(clock.now())
    } catch (error) {
      logger.warn({ err: error }, 'ended sessions could not be removed; they open nothing in any case')
    }
  }

  return {
    sessions,
    start() {
      timer = setInterval(() => void sweep(), HOUR_MS)
    },
    stop: () => clearInterval(timer),
    setupCode: await offerSetUp({ staff, clock }),
    routes: {
      ...staffRoutes({ staff, throttle, clock }),
      ...mediaRoutes({ media: createMediaRepository(database), uploads, clock }),
    },
  }
}

import { mediaRoutes } from '../features/media/routes'
import type { Uploads } from '../features/media/ports'
import { staffRoutes } from '../features/staff/routes'
import { offerSetUp } from '../features/staff/setUp'
import { throttleLogin } from '../features/staff/throttleLogin'
import type { Clock } from '../kernel/clock'
import type { Database } from '../store/database'
import { createMediaRepository } from '../store/repositories/media'
import { createStaffRepository } from '../store/repositories/staff'
import { createThrottle } from '../store/repositories/throttle'

export interface StaffParts {
  database: Database
  clock: Clock
  uploads: Uploads
  sessionSecret: string
}

/** What staff do. */
export async function composeStaff({ database, clock, uploads, sessionSecret }: StaffParts) {
  const staff = createStaffRepository(database)
  const throttle = throttleLogin({ throttle: createThrottle(database), clock, secret: sessionSecret })
  return {
    setupCode: await offerSetUp({ staff, clock }),
    routes: {
      ...staffRoutes({ staff, throttle, clock }),
      ...mediaRoutes({ media: createMediaRepository(database), uploads, clock }),
    },
  }
}

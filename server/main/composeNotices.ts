import type { NoticeTemplate } from '../../shared/domain/noticeDraft'
import { noticeExport } from '../features/notices/exportRoutes'
import { createLiveNotices } from '../features/notices/liveNotice'
import type { NoticeWakeup } from '../features/notices/portsDesk'
import { noticeRoutes } from '../features/notices/routes'
import { noticeStream } from '../features/notices/streamRoutes'
import { testRoutes } from '../features/notices/testRoutes'
import type { AccessOptions } from '../http/access'
import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import type { Database } from '../store/database'
import { createDeliveryStore } from '../store/repositories/deliveries'
import { createEventSubjects } from '../store/repositories/eventSubjects'
import { createNoticeDesk } from '../store/repositories/noticeDesk'
import type { createNoticeRules } from '../store/repositories/noticeRules'
import { createNoticeStore } from '../store/repositories/notices'
import { createNoticeTests } from '../store/repositories/noticeTests'
import { createQueueStore } from '../store/repositories/queue'
import { createThrottle } from '../store/repositories/throttle'

export interface NoticeParts {
  database: Database
  clock: Clock
  logger: Logger
  templates: NoticeTemplate[]
  rules: ReturnType<typeof createNoticeRules>
  wakeup: NoticeWakeup
  access: AccessOptions
}

/** What staff see of notices and decide about them. */
export function composeNotices({ database, clock, logger, templates, rules, wakeup, access }: NoticeParts) {
  const deps = {
    store: createNoticeStore(database),
    deliveries: createDeliveryStore(database),
    subjects: createEventSubjects(database),
    desk: createNoticeDesk(database),
    queue: createQueueStore(database),
    tests: createNoticeTests(database),
    throttle: createThrottle(database),
    mode: database.isMysql ? ('grown' as const) : ('embedded' as const),
    ...{ rules, templates, clock, wakeup, access },
  }
  const live = createLiveNotices(deps, (error) => logger.warn({ err: error }, 'a watched notice could not be read'))
  const stream = noticeStream({ ...deps, live })
  return {
    routes: { ...noticeRoutes(deps), ...testRoutes(deps) },
    besides: [stream.middleware, noticeExport(deps)],
    /** Ends what would otherwise never end. */
    closeStreams: () => stream.close(),
  }
}

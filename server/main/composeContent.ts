import type { Association } from '../../shared/contract/association'
import type { NoticeTemplate } from '../../shared/domain/noticeDraft'
import { articleRoutes } from '../features/articles/routes'
import { staffArticleRoutes } from '../features/articles/staffRoutes'
import type { NoticeRulesStore, NoticeWakeup } from '../features/articles/portsStaff'
import { createViewCounter } from '../features/articles/views'
import { channelPlan } from '../features/channels/plan'
import { channelRoutes } from '../features/channels/routes'
import { contactRoutes } from '../features/contact/routes'
import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import type { Database } from '../store/database'
import { createPublishedArticles } from '../store/repositories/articlesRead'
import { createStaffArticles } from '../store/repositories/articlesStaff'
import { createChannelRepository } from '../store/repositories/channels'
import { createScheduledPublishing } from './scheduledPublishing'

const FLUSH_MS = 1000

export interface ContentParts {
  database: Database
  clock: Clock
  logger: Logger
  association: Association
  templates: NoticeTemplate[]
  noticeRules: NoticeRulesStore
  wakeup: NoticeWakeup
  sandbox: boolean
}

/** What staff write and members read. The stored channels follow the association's file from here on. */
export async function composeContent({ database, clock, logger, association, sandbox, ...notices }: ContentParts) {
  const channels = createChannelRepository(database)
  await channels.synchronise(channelPlan(association))
  const articles = createPublishedArticles(database)
  const views = createViewCounter(articles, logger)
  const desk = {
    articles: createStaffArticles(database),
    channels,
    views,
    clock,
    organisation: association.organisation.name,
    ...notices,
  }
  const publishing = createScheduledPublishing({ ...desk, logger })
  let timer: NodeJS.Timeout | undefined

  return {
    routes: {
      ...channelRoutes({ channels }),
      ...contactRoutes({ association, clock }),
      ...articleRoutes({ articles, channels, views, association, clock }),
      ...staffArticleRoutes({ ...desk, association, sandbox }),
    },
    start() {
      timer = setInterval(() => void views.flush(), FLUSH_MS)
      publishing.start()
    },
    stopPublishing: () => publishing.stop(),
    async stop() {
      clearInterval(timer)
      await views.flush()
    },
  }
}

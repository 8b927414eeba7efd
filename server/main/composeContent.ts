import type { Picture } from '../../shared/contract'
import type { Association } from '../../shared/contract/association'
import type { NoticeTemplate } from '../../shared/domain/noticeDraft'
import type { SharedOpenings } from '../features/articles/ports'
import { articleKey, articleRoutes } from '../features/articles/routes'
import { binRoutes } from '../features/articles/binRoutes'
import { historyRoutes } from '../features/articles/historyRoutes'
import { venueRoutes } from '../features/articles/venueRoutes'
import { previewRoutes } from '../features/articles/previewRoutes'
import { presenceRoutes } from '../features/articles/presenceRoutes'
import { purgeOld } from '../features/articles/purge'
import { reviewRoutes } from '../features/articles/reviewRoutes'
import { staffArticleRoutes } from '../features/articles/staffRoutes'
import type { PictureFiles } from '../features/articles/portsBin'
import type { NoticeRulesStore, NoticeWakeup } from '../features/articles/portsStaff'
import { createReminderPlan } from '../features/articles/planReminders'
import { presentSummary } from '../features/articles/presenter'
import { createViewCounter } from '../features/articles/views'
import { channelPlan } from '../features/channels/plan'
import { channelRoutes } from '../features/channels/routes'
import { treeForStaff } from '../features/channels/settings'
import { contactRoutes } from '../features/contact/routes'
import { searchRoutes } from '../features/search/routes'
import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import type { Database } from '../store/database'
import { createArticleBin } from '../store/repositories/articleBin'
import { createArticleReviews, createReviewRules } from '../store/repositories/articleReviews'
import { createVenueStore } from '../store/repositories/venues'
import { createArticlePreviews } from '../store/repositories/articlePreviews'
import { pinnedRoutes } from '../features/articles/pinnedRoutes'
import { createPinnedArticles } from '../store/repositories/pinnedArticles'
import { createArticleWithdrawals } from '../store/repositories/articleWithdrawals'
import { createPresenceStore } from '../store/repositories/articlePresence'
import { createArticleHistory } from '../store/repositories/articleRevisions'
import { createPublishedArticles } from '../store/repositories/articlesRead'
import { createStaffArticles } from '../store/repositories/articlesStaff'
import { createChannelRepository } from '../store/repositories/channels'
import { createSearchIndex } from '../store/repositories/searchIndex'
import { createReminderPlans } from '../store/repositories/reminderPlans'
import { createSearchRebuild } from '../store/repositories/searchRebuild'
import { composeReading, tellingAtOnce, tellingOfBin, tellingOfPinned } from './composeReading'
import { createScheduledPublishing } from './scheduledPublishing'
import { createSearchUpkeep } from './searchUpkeep'

/** Half of what may be lost at most: a write takes its time too. */
const FLUSH_MS = 500

export interface ContentParts {
  database: Database
  clock: Clock
  logger: Logger
  association: Association
  templates: NoticeTemplate[]
  noticeRules: NoticeRulesStore
  wakeup: NoticeWakeup
  sandbox: boolean
  /** Of the contact card. */
  photo: () => Picture | null
  /** Reads what administrators have set in place of the association's file. */
  reload: () => Promise<void>
  pictureFiles: PictureFiles
  /** Null: no other process counts. */
  openings: SharedOpenings | null
}

/** What staff write and members read. The stored channels follow the association's file from here on. */
export async function composeContent({
  database,
  clock,
  logger,
  association,
  sandbox,
  photo,
  reload,
  pictureFiles,
  openings,
  ...notices
}: ContentParts) {
  const stored = createChannelRepository(database)
  const plan = channelPlan(association)
  await stored.synchronise(plan)
  const articles = createPublishedArticles(database)
  const views = createViewCounter(articles, logger, clock, openings)
  const { channels, answers, feed } = composeReading({ database, clock, logger, stored, openings: views, reload })
  const desk = {
    articles: tellingAtOnce(createStaffArticles(database), feed),
    // Staff also write where members cannot look.
    channels: { tree: () => treeForStaff({ store: stored, plan }) },
    withdrawals: createArticleWithdrawals(database),
    reviewRules: createReviewRules(database),
    views,
    clock,
    organisation: () => association.organisation.name,
    ...notices,
  }
  const bin = { bin: tellingOfBin(createArticleBin(database), feed), pictureFiles, clock }
  const publishing = createScheduledPublishing({ ...desk, logger })
  const upkeep = createSearchUpkeep(createSearchRebuild(database), logger)
  const search = {
    index: createSearchIndex(database),
    tree: () => channels.tree(),
    summaries: async (ids: readonly string[]) =>
      (await articles.byIds(ids)).map((article) => presentSummary(article, views.shown(article.id, article.views))),
  }
  let timer: NodeJS.Timeout | undefined

  /** Without a look into the database: what stands in a kept answer was published a moment ago. */
  const countAtOnce = (id: string, opening: string): number | null => {
    if (answers.holds(articleKey(id))) return views.countShown(id, opening)
    const stored = views.known(id)
    return stored === null ? null : views.count(id, opening, stored)
  }

  const reading = { articles, channels, views, association, clock }

  return {
    answers,
    /** Whoever has just written something for everybody sees it in this process at once. */
    look: () => feed.look(),
    reading,
    countAtOnce,
    /** For whoever keeps articles by the rules of this room. */
    desk,
    purgeBin: (limit: number) => purgeOld(bin, limit),
    reminderPlan: createReminderPlan({ ...desk, plans: createReminderPlans(database) }),
    routes: {
      ...channelRoutes({ channels, answers, store: stored, plan, clock, onChange: () => feed.look() }),
      ...contactRoutes({ association, photo, answers, clock }),
      ...articleRoutes({ answers, ...reading }),
      ...searchRoutes(search),
      ...staffArticleRoutes({ ...desk, association, sandbox }),
      ...historyRoutes({ ...desk, history: createArticleHistory(database) }),
      ...reviewRoutes({ ...desk, reviews: createArticleReviews(database) }),
      ...binRoutes({ ...desk, ...bin }),
      ...pinnedRoutes({ ...desk, pinned: tellingOfPinned(createPinnedArticles(database), feed) }),
      ...venueRoutes({ venues: createVenueStore(database) }),
      ...previewRoutes({ ...desk, previews: createArticlePreviews(database) }),
      ...presenceRoutes({ ...desk, presence: createPresenceStore(database) }),
    },
    start() {
      timer = setInterval(() => void views.flush(), FLUSH_MS)
      feed.start()
      publishing.start()
      upkeep.start()
    },
    stopPublishing: () => publishing.stop(),
    async stop() {
      clearInterval(timer)
      await feed.stop()
      await upkeep.stop()
      await views.flush()
    },
  }
}

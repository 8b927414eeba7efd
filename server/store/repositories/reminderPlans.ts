import { In } from 'typeorm'
import type { ReminderPlans } from '../../features/articles/portsStaff'
import type { Database } from '../database'
import { ArticleEntity, NoticeEntity } from '../entities'
import { isDuplicate } from '../isDuplicate'
import { followPlan } from './plannedNotices'

export const createReminderPlans = (database: Database): ReminderPlans => ({
  isPlanned: (articleId) => database.read.existsBy(NoticeEntity, { articleId, kind: In(['preview', 'reminder']) }),

  async plan(articleId, plan, now) {
    try {
      await database.write(async (manager) => {
        const article = await manager.findOneByOrFail(ArticleEntity, { id: articleId })
        // In the name of who wrote the event; that a member chose it is the member's own affair.
        const audit = { at: now, staffId: article.updatedBy, address: '' }
        const entry = { ...audit, action: 'notice.plan', subjectType: 'article' as const, subjectId: articleId }
        await followPlan(manager, { id: articleId, version: article.version, audit: entry }, plan)
      })
    } catch (error) {
      // Another process planned them at the same moment.
      if (!isDuplicate(error)) throw error
    }
  },
})

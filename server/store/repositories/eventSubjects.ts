import type { EventSubjects, NoticeSubject } from '../../features/notices/portsDesk'
import type { Database } from '../database'
import { ArticleEntity, EventEntity } from '../entities'

/** What notices have to know of an article and its event. */
export const createEventSubjects = (database: Database): EventSubjects => ({
  async find(articleId): Promise<NoticeSubject | null> {
    const [article, event] = await Promise.all([
      database.read.findOne(ArticleEntity, { where: { id: articleId }, select: { id: true, status: true } }),
      database.read.findOneBy(EventEntity, { articleId }),
    ])
    return article && { id: articleId, status: article.status, event }
  },
})

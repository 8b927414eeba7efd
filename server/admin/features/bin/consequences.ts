import type { StaffArticleSummary } from '../../../../shared/contract'
import { BIN_DAYS } from '../../../../shared/domain/bin'
import { t } from '../../ui/language'

type Doomed = Pick<StaffArticleSummary, 'title' | 'status' | 'scheduledAt' | 'eventStartsAt'>

/** What becomes of articles that are deleted, in words. */
export function consequencesOf(articles: readonly Doomed[]): string {
  const isPublic = articles.some(({ status }) => status === 'published')
  const isSet = articles.some(({ status, scheduledAt }) => status !== 'published' && scheduledAt !== null)
  const isEvent = articles.some(({ status, eventStartsAt }) => status === 'published' && eventStartsAt !== null)
  return [
    isPublic ? t('会员将立即无法打开已发布的文章。', 'Members cannot open what is public any more.') : '',
    isEvent ? t('还没有发出的活动提醒会取消。', 'Reminders that wait are called off.') : '',
    isSet ? t('设定的定时发布会取消。', 'What was set to be published is called off.') : '',
    t(
      `文章移到回收站，${BIN_DAYS} 天内可以恢复为草稿。`,
      `It goes to the bin and can be restored as a draft for ${BIN_DAYS} days.`,
    ),
  ].join('')
}

/** The question that is asked before. */
export const questionFor = (articles: readonly Doomed[]): string =>
  articles.length === 1
    ? t(`删除《${articles[0]?.title ?? ''}》？`, `Delete “${articles[0]?.title ?? ''}”?`)
    : t(`删除这 ${articles.length} 篇文章？`, `Delete these ${articles.length} articles?`)

import type { BinnedArticle } from '../../../../shared/contract'
import { t } from '../../ui/language'

type Binned = Pick<BinnedArticle, 'title' | 'wasPublished'>

const MOST_TITLES = 5

/** `《一》《二》等 7 篇`. */
function titlesOf(articles: readonly Binned[]): string {
  const shown = articles.slice(0, MOST_TITLES)
  const rest = articles.length - shown.length
  return t(
    `${shown.map(({ title }) => `《${title}》`).join('')}${rest > 0 ? `等 ${articles.length} 篇` : ''}。`,
    `${shown.map(({ title }) => `“${title}”`).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}. `,
  )
}

function oncePublic(articles: readonly Binned[]): string {
  const count = articles.filter(({ wasPublished }) => wasPublished).length
  return count === 0 ? '' : t(`其中 ${count} 篇曾经发布。`, `${count} of them were public once. `)
}

/** What is asked before articles are removed for good. */
export const purgeQuestion = (articles: readonly Binned[]) => ({
  title:
    articles.length === 1
      ? t(`永久删除《${articles[0]?.title ?? ''}》？`, `Delete “${articles[0]?.title ?? ''}” for good?`)
      : t(`永久删除这 ${articles.length} 篇文章？`, `Delete these ${articles.length} articles for good?`),
  content: [
    articles.length === 1 ? '' : titlesOf(articles) + oncePublic(articles),
    t(
      '文章连同历史版本、审核记录和只有它用到的图片、附件将一并清除，无法恢复。通知的统计数字和操作日志会保留。',
      'All revisions, reviews, and pictures and files that nothing else uses go as well, and cannot be restored. The counts of notices and the audit log stay.',
    ),
  ].join(''),
})

/** What is asked before several articles are restored. */
export const restoreQuestion = (articles: readonly Binned[]) => ({
  title: t(`恢复这 ${articles.length} 篇文章？`, `Restore these ${articles.length} articles?`),
  content: [
    titlesOf(articles),
    oncePublic(articles),
    t(
      '它们都变回草稿，会员看不到，需要逐篇重新发布；取消了的定时发布和提醒不会恢复。',
      'All become drafts that members cannot see, and have to be published again one by one; what was set for later stays called off.',
    ),
  ].join(''),
})

import type { ArticlePage, ArticleSummary } from '../../../shared/contract'
import { seen } from './app'
import { ask } from './sandboxPhone'
import type { Visits } from './visits'

/** An event of the sample content by a part of its title. */
export async function sample(visit: Visits, title: string): Promise<ArticleSummary> {
  const { items } = await ask<ArticlePage>('GET', `${visit.server.url}/api/channels/events/articles?limit=50`)
  const found = items.find((article) => article.title.includes(title))
  if (!found) throw new Error(`the sample content has no ${title}`)
  return found
}

export async function openEvent(visit: Visits, title: string): Promise<ArticleSummary> {
  const article = await sample(visit, title)
  visit.app.launch(`/pages/article/index?id=${article.id}`)
  await seen(visit.app, () => visit.app.text().includes('在活动日历中查看'))
  return article
}

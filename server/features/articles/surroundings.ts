import type { ArticleSurroundings } from '../../../shared/contract'
import { likeness, tokensOfTitle } from '../../../shared/domain/likeness'
import { AppError } from '../../kernel/errors'
import type { Reading } from '../../kernel/reading'
import { leavesOf, type ReadDeps } from './home'
import type { PublishedSummary } from './ports'
import { presentSummary } from './presenter'

const RELATED = 6
/** Of each channel so many of the newest titles are compared: what is on the same matter is rarely years older. */
const COMPARED = 60

/** Ids of articles on the same matter, likest first, by the words of their titles. */
async function relatedTo(
  { articles }: ReadDeps,
  leaves: string[],
  article: PublishedSummary,
  besides: string[],
): Promise<string[]> {
  const titles = await articles.newestTitles(leaves, COMPARED)
  const own = tokensOfTitle(article.title)
  return titles
    .filter(({ id }) => id !== article.id && !besides.includes(id))
    .map((other) => ({ ...other, like: likeness(own, tokensOfTitle(other.title)) }))
    .filter(({ like }) => like > 0)
    .sort((a, b) => b.like - a.like || b.publishedAt - a.publishedAt)
    .slice(0, RELATED)
    .map(({ id }) => id)
}

/** What a reader can go on to from an article. */
export async function readSurroundings(deps: ReadDeps, id: string): Promise<Reading<ArticleSurroundings>> {
  const { articles, views } = deps
  const [article] = await articles.byIds([id])
  if (article === undefined) throw new AppError('article_not_found')
  const { older, newer } = await articles.beside({
    id,
    channelId: article.channel.id,
    publishedAt: article.publishedAt,
  })
  const beside = [older, newer].flatMap((other) => (other === null ? [] : [other.id]))
  const leaves = leavesOf(await deps.channels.tree()).map((leaf) => leaf.id)
  const related = await articles.byIds(await relatedTo(deps, leaves, article, beside))
  const present = (other: PublishedSummary) => presentSummary(other, views.shown(other.id, other.views))
  return {
    // Whatever is new anywhere may be related.
    topics: [`article:${id}`, ...leaves.map((leaf) => `channel:${leaf}`)],
    articles: [...beside, ...related.map((other) => other.id)],
    render: () => ({ older: older && present(older), newer: newer && present(newer), related: related.map(present) }),
  }
}

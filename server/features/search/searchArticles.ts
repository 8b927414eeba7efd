import type { ChannelNode, SearchPage } from '../../../shared/contract'
import { wordsOf } from '../../../shared/domain/searchWords'
import { fromWallClock } from '../../../shared/domain/time'
import { AppError } from '../../kernel/errors'
import { decodeSearchCursor, encodeSearchCursor, type SearchPosition } from './cursor'
import { highlight, snippetOf } from './highlight'
import type { SearchIndex, SearchSurroundings } from './ports'
import { seek, type Question } from './seek'

export interface SearchDeps extends SearchSurroundings {
  index: SearchIndex
}

export interface SearchCommand {
  q: string
  channel?: string
  year?: number
  cursor?: string
  limit: number
}

const BEGINNING: SearchPosition = { rank: 0, after: null }

/** The channel itself, or for a group all channels in it. */
function channelIdsOf(tree: ChannelNode[], slug: string): string[] {
  const group = tree.find((node) => node.slug === slug)
  if (group?.kind === 'group') return group.children.map(({ id }) => id)
  const found = group ?? tree.flatMap(({ children }) => children).find((child) => child.slug === slug)
  if (found === undefined) throw new AppError('channel_not_found')
  return [found.id]
}

const startOfYear = (year: number): number => fromWallClock({ year, month: 1, day: 1 })

async function questionOf({ tree }: SearchDeps, { q, channel, year }: SearchCommand): Promise<Question> {
  return {
    words: wordsOf(q),
    channelIds: channel === undefined ? null : channelIdsOf(await tree(), channel),
    from: year === undefined ? null : startOfYear(year),
    to: year === undefined ? null : startOfYear(year + 1),
  }
}

/** One page of published articles that hold all words of a question. A question without any word finds nothing. */
export async function searchArticles(deps: SearchDeps, command: SearchCommand): Promise<SearchPage> {
  const question = await questionOf(deps, command)
  const start = command.cursor === undefined ? BEGINNING : decodeSearchCursor(command.cursor)
  const { words, channelIds } = question
  if (words.length === 0 || channelIds?.length === 0) return { items: [], nextCursor: null }
  const { hits, next } = await seek(deps.index, question, start, command.limit)
  const ids = hits.map(({ id }) => id)
  const [articles, texts] = await Promise.all([deps.summaries(ids), deps.index.texts(ids)])
  const items = articles.map((article) => ({
    article,
    title: highlight(article.title, words),
    snippet: snippetOf(texts.get(article.id)?.parts ?? [], words),
  }))
  return { items, nextCursor: next === null ? null : encodeSearchCursor(next) }
}

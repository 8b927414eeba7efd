import type { ArticleDetail, ArticleSummary } from '../../../shared/contract'
import { isKnown } from './body/bodyText'
import { shareLeft } from './poster/cut'

/** Shapes of WeChat's cards, width to height: a message to a friend, a post on the timeline. */
export const FRIEND_CARD = 5 / 4
export const TIMELINE_CARD = 1

/** A cover of which less than this would be seen gives way to a picture of the body that fits better. */
const ENOUGH_LEFT = 0.55

interface Candidate {
  url: string
  width: number
  height: number
}

const isMeasured = (picture: { url: string; width?: number; height?: number }): picture is Candidate =>
  (picture.width ?? 0) > 0 && (picture.height ?? 0) > 0

/** The picture for a card of this shape: the cover unless it would lose too much and nobody said of what; null when there is none. */
export function cardPicture(article: ArticleSummary | ArticleDetail, ratio: number): string | null {
  const { cover } = article
  if (cover && (cover.focus || shareLeft(cover, ratio) >= ENOUGH_LEFT)) return cover.url
  const blocks = 'blocks' in article ? article.blocks : []
  const inside = blocks.flatMap((block) =>
    isKnown(block) && block.type === 'image' && isMeasured(block) ? [block as Candidate] : [],
  )
  const candidates = [...(cover ? [cover] : []), ...inside]
  const best = candidates.reduce<Candidate | null>(
    (chosen, next) => (chosen && shareLeft(chosen, ratio) >= shareLeft(next, ratio) ? chosen : next),
    null,
  )
  return best?.url ?? null
}

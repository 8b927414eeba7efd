import { useEffect, useState } from 'react'
import type { ArticleDetail } from '../../../shared/contract'
import { pictureAddress } from '../../platform/address'
import { paint } from '../../platform/canvas'
import { inSinglePage } from '../../platform/singlePage'
import { cardSize, drawCard } from './poster/drawCard'
import { cardPicture, FRIEND_CARD, TIMELINE_CARD } from './sharePicture'

export const CARD_CANVASES = ['card-friend', 'card-timeline'] as const

export interface ShareCards {
  friend: string | null
  timeline: string | null
}

/** Not before the body stands: nobody shares an article in its first second. */
const IDLE_MS = 1_000

function cardOf(article: ArticleDetail, canvas: string, ratio: number): Promise<string> {
  const url = cardPicture(article, ratio)
  const words = { channel: article.channel.name, title: article.title, organisation: ORGANISATION.name }
  const focus = url === article.cover?.url ? article.cover.focus : undefined
  return paint(canvas, {
    ...cardSize(ratio),
    density: 1,
    pictures: url === null ? [] : [pictureAddress(url)],
    draw: (pen, [picture = null]) => drawCard(pen, { ...words, focus }, ratio, picture),
  })
}

/**
 * The cards of a shared article, drawn as JPEG: WeChat's cards take PNG and JPEG alone, and pictures are kept as WebP.
 * While they are not there, or cannot be drawn, the share hooks fall back to the cover.
 */
export function useShareCards(article: ArticleDetail | null): ShareCards {
  const [cards, setCards] = useState<ShareCards>({ friend: null, timeline: null })

  useEffect(() => {
    if (!article || inSinglePage()) return
    let left = false
    const timer = setTimeout(() => {
      Promise.all([
        cardOf(article, CARD_CANVASES[0], FRIEND_CARD).catch(() => null),
        cardOf(article, CARD_CANVASES[1], TIMELINE_CARD).catch(() => null),
      ]).then(
        ([friend, timeline]) => {
          if (!left) setCards({ friend, timeline })
        },
        () => undefined,
      )
    }, IDLE_MS)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [article])

  return cards
}

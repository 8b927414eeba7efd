import { useCallback, useEffect, useState } from 'react'
import type { ArticleSummary } from '../../../../shared/contract'
import { pictureAddress } from '../../../platform/address'
import { paint } from '../../../platform/canvas'
import { drawPoster, POSTER_WIDTH, setPoster, widthWith } from './drawPoster'
import { posterWords } from './posterWords'

export type PosterLoad = { state: 'drawing' } | { state: 'ready'; file: string; coded: boolean } | { state: 'failed' }

export const POSTER_CANVAS = 'poster-canvas'
const DENSITY = 2

/** The mini-program's own code for an article: a PNG whose scene is the article's id. */
const codeAddress = (id: string): string => pictureAddress(`/api/articles/${encodeURIComponent(id)}/code`)

async function make(article: ArticleSummary): Promise<PosterLoad> {
  const cover = article.cover ? [pictureAddress(article.cover.url)] : []
  let coded = false
  const file = await paint(POSTER_CANVAS, {
    width: POSTER_WIDTH,
    height: (pen) => setPoster(posterWords(article, ORGANISATION, true), widthWith(pen)).height,
    density: DENSITY,
    pictures: [codeAddress(article.id), ...cover],
    draw(pen, [code = null, picture = null]) {
      coded = code !== null
      const words = posterWords(article, ORGANISATION, coded)
      drawPoster(pen, words, setPoster(words, widthWith(pen)), [picture, code])
    },
  })
  return { state: 'ready', file, coded }
}

/** The poster of an article, drawn as soon as the article is known. */
export function usePoster(article: ArticleSummary | null): { poster: PosterLoad; retry: () => void } {
  const [poster, setPoster] = useState<PosterLoad>({ state: 'drawing' })
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    if (!article) return
    let left = false
    const settle = (load: PosterLoad): void => {
      if (!left) setPoster(load)
    }
    settle({ state: 'drawing' })
    make(article).then(settle, () => settle({ state: 'failed' }))
    return () => {
      left = true
    }
  }, [article, attempt])

  return { poster, retry: useCallback(() => setAttempt((before) => before + 1), []) }
}

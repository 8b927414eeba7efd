import { useEffect, useState } from 'react'
import type { ArticleSurroundings } from '../../../shared/contract'
import { call } from '../../platform/api'
import { asSurroundings } from './answers'

/** With nothing more to do for this long after the body was drawn, what stands around it may be asked for. */
const IDLE_MS = 1_500

/**
 * What stands around an article: asked for once the body is there and the reader comes near its end or pauses. It is an
 * extra, so a failure shows nothing, and coming near the end again tries again.
 */
export function useSurroundings(id: string, body: boolean, nearEnd: number): ArticleSurroundings | null {
  const [found, setFound] = useState<ArticleSurroundings | null>(null)
  const [idle, setIdle] = useState(false)
  const wanted = body && found === null && (nearEnd > 0 || idle)

  useEffect(() => {
    if (!body) return
    const timer = setTimeout(() => setIdle(true), IDLE_MS)
    return () => clearTimeout(timer)
  }, [body])

  useEffect(() => {
    if (!wanted) return
    let left = false
    call('GET /api/articles/{id}/surroundings', { params: { id } })
      .then(asSurroundings)
      .then(
        (answer) => {
          if (!left) setFound(answer)
        },
        () => undefined,
      )
    return () => {
      left = true
    }
  }, [id, wanted, nearEnd])

  return found
}

import { useCallback, useEffect, useRef, useState } from 'react'
import { cacheAnswer, cachedAnswer } from '../platform/cache'
import { asProblem } from '../platform/problem'
import { newReader, readFor } from '../platform/readers'
import { arrived, failed, retried, startLoad, type Load } from './load'

interface Source<T> {
  /** Names the content in the phone's storage. */
  name: string
  read: () => Promise<T>
  /** Whether two answers look the same on the page; compared as text when absent. */
  same?: (a: T, b: T) => boolean
  /** Whether what the phone kept can still be drawn: storage may be damaged. */
  accepts?: (kept: unknown) => boolean
}

function remembered<T>(name: string, accepts: (kept: unknown) => boolean): T | null {
  const found = cachedAnswer<T>(name)
  return found !== null && accepts(found) ? found : null
}

export interface Resource<T> {
  load: Load<T>
  /** Reads again; resolves when that is over, whatever came of it. */
  refresh: () => Promise<void>
  /** Reads again when the last reading began longer ago than this many milliseconds. */
  refreshAfter: (age: number) => void
}

const sameText = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * Content that stays readable without a network: shown at once from what was read before, then read again.
 * When the page goes, what only it was waiting for is given up.
 */
export function useResource<T>({ name, read, same = sameText, accepts = () => true }: Source<T>): Resource<T> {
  const [load, setLoad] = useState<Load<T>>(() => startLoad(remembered<T>(name, accepts)))
  const shown = useRef(true)
  const begun = useRef(Infinity)
  const [reader] = useState(newReader)
  const source = useRef({ read, same })
  source.current = { read, same }

  const refresh = useCallback(async () => {
    begun.current = Date.now()
    setLoad(retried)
    try {
      const data = await readFor(reader, () => source.current.read())
      cacheAnswer(name, data)
      if (shown.current) setLoad((before) => arrived(before, data, source.current.same))
    } catch (thrown) {
      if (shown.current) setLoad((before) => failed(before, asProblem(thrown)))
    }
  }, [name, reader])

  useEffect(() => {
    shown.current = true
    void refresh()
    return () => {
      shown.current = false
      reader.leave()
    }
  }, [reader, refresh])

  const refreshAfter = useCallback(
    (age: number) => {
      if (Date.now() - begun.current > age) void refresh()
    },
    [refresh],
  )
  return { load, refresh, refreshAfter }
}

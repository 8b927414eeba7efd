import { AppError } from '../../kernel/errors'

export interface Workshop {
  run<T>(work: () => Promise<T>): Promise<T>
}

/**
 * Decoding a picture takes a core and up to 200 MB for a second or two: at most `atOnce` are worked on, at most
 * `waiting` wait, and who comes then is told to come later (`media_busy`). libvips works on threads of its own, so that
 * members' requests go on meanwhile.
 */
export function createWorkshop({ atOnce, waiting }: { atOnce: number; waiting: number }): Workshop {
  const line: (() => void)[] = []
  let busy = 0

  const enter = (): Promise<void> => {
    if (busy < atOnce) {
      busy += 1
      return Promise.resolve()
    }
    if (line.length >= waiting) return Promise.reject(new AppError('media_busy'))
    return new Promise((resolve) => line.push(resolve))
  }
  const leave = () => {
    const next = line.shift()
    if (next === undefined) busy -= 1
    else next()
  }

  return {
    async run(work) {
      await enter()
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}

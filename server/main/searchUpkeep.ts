import type { Logger } from '../kernel/logger'
import type { createSearchRebuild } from '../store/repositories/searchRebuild'

/** Fills the search index of a house that has none yet, or one of an older make, while it is already serving. */
export function createSearchUpkeep(rebuild: ReturnType<typeof createSearchRebuild>, logger: Logger) {
  const ending = new AbortController()
  let running: Promise<void> = Promise.resolve()

  const bring = async () => {
    try {
      if (!(await rebuild.isNeeded())) return
      const articles = await rebuild.run({ signal: ending.signal })
      if (articles > 0 && !ending.signal.aborted) logger.info({ articles }, 'the search index was made anew')
    } catch (error) {
      logger.error({ err: error }, 'making the search index failed; npm run reindex or the next start tries again')
    }
  }

  return {
    start() {
      running = bring()
    },
    async stop() {
      ending.abort()
      await running
    },
  }
}

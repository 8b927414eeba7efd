import type { ContentChanges } from '../features/articles/ports'
import type { Logger } from '../kernel/logger'

const LOOK_MS = 250
/** Longer than that without a look, and nobody knows whether an article has been withdrawn meanwhile. */
const TRUSTED_MS = 950

export interface ContentFeedParts {
  changes: ContentChanges
  logger: Logger
  onChange: (topics: readonly string[]) => Promise<void>
}

/**
 * Tells within this process what any process has changed. The database is looked at four times a second, for one row;
 * who has just written looks at once.
 */
export function createContentFeed({ changes, logger, onChange }: ContentFeedParts) {
  let version: number | null = null
  let lookedAt = -Infinity
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | null = null
  let next: Promise<void> | null = null
  let isStopped = false
  let failing = false

  async function catchUp(newest: number): Promise<void> {
    const known = version
    version = newest
    if (known === null) return onChange(['*'])
    const missed = newest > known ? await changes.since(known) : []
    // One is missing when very many changed, or when a backup was put back: then nothing that is kept counts.
    const isWhole = missed.length >= newest - known && newest > known && missed[0]?.version === known + 1
    if (!isWhole) return onChange(['*'])
    version = missed.at(-1)?.version ?? newest
    for (const { topics } of missed) await onChange(topics)
  }

  async function lookOnce(): Promise<void> {
    const begun = performance.now()
    try {
      const newest = await changes.newest()
      if (newest !== version) await catchUp(newest)
      lookedAt = begun
      failing = false
    } catch (error) {
      version = null
      if (!failing) logger.warn({ err: error }, 'what changed cannot be read; kept answers are not given meanwhile')
      failing = true
    }
  }

  /** A look that begins now or later: one under way may have begun before what the caller wrote. */
  function look(): Promise<void> {
    if (looking === null) {
      looking = lookOnce().finally(() => {
        looking = null
      })
      return looking
    }
    next ??= looking.then(() => {
      next = null
      return look()
    })
    return next
  }

  const again = () => {
    void look().finally(() => {
      if (!isStopped) timer = setTimeout(again, LOOK_MS)
    })
  }

  return {
    look,
    isUpToDate: (): boolean => performance.now() - lookedAt < TRUSTED_MS,
    start: again,
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await looking
    },
  }
}

import { isNoticeOver } from '../../../shared/domain/notice'
import { showNotice, type NoticeDeps } from './showNotices'

/** How often the rows are looked at while somebody watches. */
const LOOK_MS = 1_000
/** Looking may take one part in so many of the time: counting a million rows must not hold up the readers. */
const SHARE = 20

interface Watch {
  listeners: Set<(notice: string) => void>
  last: string | null
  timer: NodeJS.Timeout | undefined
}

/**
 * Tells whoever watches a notice of each change, as the JSON of its detail. It looks at the database, so that it does
 * not matter which process sends; however many watch one notice, it is looked at once.
 */
export function createLiveNotices(deps: NoticeDeps, onFailure: (error: unknown) => void) {
  const watches = new Map<string, Watch>()

  const look = async (id: string, watch: Watch): Promise<void> => {
    const begun = performance.now()
    let restMs = LOOK_MS
    try {
      const notice = await showNotice(deps, id)
      const json = JSON.stringify(notice)
      if (json !== watch.last) {
        watch.last = json
        for (const listener of watch.listeners) listener(json)
      }
      // What is over changes only when WeChat or staff settle what was unknown.
      if (isNoticeOver(notice.status)) restMs = LOOK_MS * 5
    } catch (error) {
      onFailure(error)
    }
    restMs = Math.max(restMs, (performance.now() - begun) * SHARE)
    if (watch.listeners.size > 0) watch.timer = setTimeout(() => void look(id, watch), restMs)
  }

  return {
    /** Begins with the notice as it stands. Returns how to stop. The notice must exist. */
    watch(id: string, listener: (notice: string) => void): () => void {
      const watch = watches.get(id) ?? { listeners: new Set(), last: null, timer: undefined }
      watch.listeners.add(listener)
      if (watch.last !== null) listener(watch.last)
      if (!watches.has(id)) {
        watches.set(id, watch)
        void look(id, watch)
      }
      return () => {
        watch.listeners.delete(listener)
        if (watch.listeners.size > 0) return
        clearTimeout(watch.timer)
        watches.delete(id)
      }
    },
  }
}

export type LiveNotices = ReturnType<typeof createLiveNotices>

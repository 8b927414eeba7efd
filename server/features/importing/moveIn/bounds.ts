import { setImmediate as afterOthers } from 'node:timers/promises'
import type { Source, SourcePage } from '../sources/source'

/** A site of more pages than this is moved in from the command line, where nobody else waits. */
const MOST_PAGES = 20_000
/** Bytes of all pages of one upload. */
const MOST_READ = 512 * 1024 * 1024

/** More than a server that has members to answer will read. */
export class UploadTooMuch extends Error {
  override readonly name = 'UploadTooMuch'
}

/** The file could not be read on; `cause` says why. */
export class SourceBroken extends Error {
  override readonly name = 'SourceBroken'

  constructor(options: ErrorOptions) {
    super('the file could not be read on', options)
  }
}

/**
 * A source that a web server reads beside its own work: bounded as a whole, and other requests are answered between two
 * pages. The first `skipped` pages are left out.
 */
export function bounded(source: Source, skipped: number): Source {
  let bytesRead = 0
  const readable = (page: SourcePage): SourcePage => ({
    ...page,
    async read() {
      const bytes = await page.read()
      bytesRead += bytes?.length ?? 0
      return bytes
    },
  })
  return {
    ...source,
    async *pages() {
      const pages = source.pages()[Symbol.asyncIterator]()
      for (let number = 1; ; number += 1) {
        const next = await pages.next().catch((cause: unknown) => {
          throw new SourceBroken({ cause })
        })
        if (next.done === true) return
        if (number > MOST_PAGES || bytesRead > MOST_READ) throw new UploadTooMuch()
        if (number <= skipped) continue
        await afterOthers()
        yield 'refused' in next.value ? next.value : readable(next.value)
      }
    },
  }
}

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fetcher } from '../features/importing/sources/addresses'
import { PageUnreadable } from '../features/importing/sources/source'
import { createFileFetcher } from '../features/links/fetchFile'

/** Pages of the open internet by the way that pictures are fetched: at the address that was looked at. */
export function pageFetcher(): Fetcher {
  const fetchTo = createFileFetcher()
  return {
    async fetch(address, most) {
      const folder = await mkdtemp(join(tmpdir(), 'import-'))
      const path = join(folder, 'page')
      try {
        const outcome = await fetchTo(address, path, most)
        if (outcome === 'too_large') return null
        if (outcome === 'refused') throw new PageUnreadable('address_refused')
        if (outcome === 'lost') throw new PageUnreadable('address_unreachable')
        return await readFile(path)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}

import { setTimeout as wait } from 'node:timers/promises'
import { LARGEST_FILE, LARGEST_PAGE, type Source } from './source'

/** Fetches a file of the open internet, at the address that it looked at; null: more bytes than asked for. */
export interface Fetcher {
  fetch(address: string, most: number): Promise<Buffer | null>
}

/** Between two requests to the old site, ms: it is a small one, and others read it. */
export const POLITE_MS = 500

/** Pages by their addresses, one after the other. */
export function openAddresses(addresses: readonly string[], fetcher: Fetcher, pauseMs = POLITE_MS): Source {
  let last: Promise<unknown> = Promise.resolve()
  const politely = (address: string, most: number): Promise<Buffer | null> => {
    const turn = last.then(() => fetcher.fetch(address, most))
    last = turn.catch(() => null).then(() => wait(pauseMs))
    return turn
  }
  return {
    count: addresses.length,

    async *pages() {
      for (const address of addresses) {
        yield { key: address, base: address, read: () => politely(address, LARGEST_PAGE) }
      }
    },
    look: (address) => Promise.resolve(/^https?:/i.test(address) ? 'elsewhere' : 'missing'),
    file: (address) =>
      /^https?:/i.test(address) ? politely(address, LARGEST_FILE).catch(() => null) : Promise.resolve(null),
    close: () => Promise.resolve(),
  }
}

import type { LinkState } from '../../../shared/contract'
import { AppError } from '../../kernel/errors'
import type { LinkProbe } from './ports'

const AT_ONCE = 5
const MOST_CHECKS = 4

/** Asks for many pages, a few at a time; no more than a few colleagues at once, or the server would be a hammer. */
export function createLinkCheck(probe: LinkProbe) {
  let checks = 0
  return async (urls: string[]): Promise<{ links: { url: string; state: LinkState }[] }> => {
    if (checks >= MOST_CHECKS) throw new AppError('links_busy')
    checks += 1
    try {
      const links: { url: string; state: LinkState }[] = []
      const line = [...urls.entries()]
      const work = async () => {
        for (let next = line.shift(); next !== undefined; next = line.shift()) {
          const [place, url] = next
          links[place] = { url, state: await probe.ask(url) }
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, work))
      return { links }
    } finally {
      checks -= 1
    }
  }
}

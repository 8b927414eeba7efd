import { addressOf, isPageName, LARGEST_FILE, LARGEST_PAGE, pathBelow, type Source, type SourcePage } from './source'
import type { Archive } from './zip'

/** The saved pages of an archive. */
export function archivedPages(archive: Archive, site: string): Source {
  const names = archive.names.filter(isPageName)
  return {
    count: names.length + archive.refused.length,
    async *pages() {
      yield* archive.refused
      for (const name of names) {
        const read = () => archive.entry(name, LARGEST_PAGE)
        yield { key: name, base: addressOf(site, name), read } satisfies SourcePage
      }
    },
    look(address) {
      const below = pathBelow(site, address)
      const size = below === null ? null : archive.size(below)
      return Promise.resolve(size === null ? 'missing' : size > LARGEST_FILE ? 'too_large' : 'here')
    },
    file(address) {
      const below = pathBelow(site, address)
      // A file whose bytes are not what was packed is as good as lost.
      return below === null ? Promise.resolve(null) : archive.entry(below, LARGEST_FILE).catch(() => null)
    },
    close() {
      archive.close()
      return Promise.resolve()
    },
  }
}

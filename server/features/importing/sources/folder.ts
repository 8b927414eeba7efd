import { lstat, readdir, readFile, realpath } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { addressOf, isPageName, LARGEST_FILE, LARGEST_PAGE, pathBelow, type Source, type SourcePage } from './source'

/** Names of all files below a folder, in order; links are not followed. */
async function* filesBelow(root: string, folder = ''): AsyncGenerator<string> {
  const entries = await readdir(join(root, folder), { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* filesBelow(root, path)
    else if (entry.isFile()) yield path
  }
}

async function readUpTo(path: string, most: number): Promise<Buffer | null> {
  const about = await lstat(path)
  if (!about.isFile() || about.size > most) return null
  return readFile(path)
}

/** A folder of saved pages, or one page with what lies beside it. `site`: the address that the folder stands for. */
export async function openFolder(path: string, site: string): Promise<Source> {
  const isFile = (await lstat(path)).isFile()
  const root = await realpath(isFile ? dirname(path) : path)
  const pageAt = (name: string): SourcePage => ({
    key: name,
    base: addressOf(site, name),
    read: () => readUpTo(join(root, name), LARGEST_PAGE),
  })
  return {
    count: isFile ? 1 : null,
    async *pages() {
      if (isFile) yield pageAt(basename(path))
      else for await (const name of filesBelow(root)) if (isPageName(name)) yield pageAt(name)
    },
    async file(address) {
      const below = pathBelow(site, address)
      if (below === null) return null
      try {
        // A link within the folder may lead out of it.
        const real = await realpath(join(root, below))
        if (relative(root, real).split(sep)[0] === '..') return null
        return await readUpTo(real, LARGEST_FILE)
      } catch {
        return null
      }
    },
    close: () => Promise.resolve(),
  }
}

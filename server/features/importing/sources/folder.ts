import type { Dirent } from 'node:fs'
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import {
  addressOf,
  isPageName,
  LARGEST_FILE,
  LARGEST_PAGE,
  pathBelow,
  type Refused,
  type Source,
  type SourcePage,
} from './source'

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isDirectory() === true

/** Names of all pages below a folder, in order; links are not followed, and told. */
async function* pagesBelow(root: string, folder = ''): AsyncGenerator<string | Refused> {
  let entries: Dirent[]
  try {
    entries = await readdir(join(root, folder), { withFileTypes: true })
  } catch {
    yield { key: folder || root, refused: 'folder_unreadable' }
    return
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isSymbolicLink()) {
      if (isPageName(path) || (await isFolder(join(root, path)))) yield { key: path, refused: 'link_refused' }
    } else if (entry.isDirectory()) yield* pagesBelow(root, path)
    else if (entry.isFile() && isPageName(path)) yield path
  }
}

async function readUpTo(path: string, most: number): Promise<Buffer | null> {
  const about = await lstat(path)
  if (!about.isFile() || about.size > most) return null
  return readFile(path)
}

/** A folder of saved pages, or one page with what lies beside it. `site`: the address that the folder stands for. */
export async function openFolder(path: string, site: string): Promise<Source> {
  const real = await realpath(path)
  const isFile = (await lstat(real)).isFile()
  const root = isFile ? dirname(real) : real
  const pageAt = (name: string): SourcePage => ({
    key: name,
    base: addressOf(site, name),
    read: () => readUpTo(join(root, name), LARGEST_PAGE),
  })
  /** Null: it is not there, or leads out of the folder, as a link within it may. */
  const placeOf = async (address: string): Promise<string | null> => {
    const below = pathBelow(site, address)
    if (below === null) return null
    const place = await realpath(join(root, below)).catch(() => null)
    return place === null || relative(root, place).split(sep)[0] === '..' ? null : place
  }
  return {
    count: isFile ? 1 : null,
    async *pages() {
      if (isFile) yield pageAt(basename(real))
      else for await (const found of pagesBelow(root)) yield typeof found === 'string' ? pageAt(found) : found
    },
    async look(address) {
      const place = await placeOf(address)
      const about = place === null ? null : await stat(place).catch(() => null)
      if (about?.isFile() !== true) return 'missing'
      return about.size > LARGEST_FILE ? 'too_large' : 'here'
    },
    async file(address) {
      const place = await placeOf(address)
      return place === null ? null : readUpTo(place, LARGEST_FILE).catch(() => null)
    },
    close: () => Promise.resolve(),
  }
}

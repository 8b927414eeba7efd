import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { Uploads } from '../features/media/ports'
import { createUploadsFolder } from './uploadsFolder'

/** So long a copy is given without asking whether the picture is still there. */
const TRUSTED_MS = 60 * 60_000
const LOOK_EACH = 100

export interface PictureShelf {
  uploads: Uploads
  /**
   * Sees to it that a picture lies in the folder, if there is one. What lies there already is given also while the storage
   * is away.
   * @throws AppError storage_unavailable
   */
  bring(file: string): Promise<void>
}

export interface ShelfOptions {
  uploads: Uploads
  folder: string
  /** The copies that were not asked for longest go beyond it. */
  mostBytes: number
  now: () => number
}

/**
 * Copies of pictures of another place, on this machine's disk: from there they are given as files, with ranges and types,
 * and may be lost at any moment. A picture that was removed elsewhere is given here for an hour at most.
 */
export function createPictureShelf({ uploads, folder, mostBytes, now }: ShelfOptions): PictureShelf {
  const copies = createUploadsFolder(folder)
  const underWay = new Map<string, Promise<void>>()
  let kept = 0

  async function makeRoom(): Promise<void> {
    const names = await readdir(folder)
    const found = await Promise.all(
      names.map(async (name) => ({ name, facts: await stat(join(folder, name)).catch(() => null) })),
    )
    const files = found.flatMap(({ name, facts }) => (facts === null ? [] : [{ name, facts }]))
    let bytes = files.reduce((sum, { facts }) => sum + facts.size, 0)
    for (const { name, facts } of files.sort((a, b) => a.facts.atimeMs - b.facts.atimeMs)) {
      if (bytes <= mostBytes) return
      await rm(join(folder, name), { force: true })
      bytes -= facts.size
    }
  }

  async function copy(file: string, content: Buffer): Promise<void> {
    await mkdir(folder, { recursive: true })
    await copies.keep(file, content)
    kept += 1
    if (kept % LOOK_EACH === 0) await makeRoom()
  }

  async function look(file: string): Promise<void> {
    const path = join(folder, file)
    const facts = await stat(path).catch(() => null)
    if (facts !== null) {
      if (now() - facts.mtimeMs < TRUSTED_MS) return
      // Away is not gone: what was given stays given.
      const isThere = await uploads.holds(file).catch(() => null)
      if (isThere === false) await copies.remove(file)
      if (isThere === true) await utimes(path, facts.atime, new Date(now()))
      return
    }
    const content = await uploads.read(file)
    if (content !== null) await copy(file, content)
  }

  return {
    uploads: {
      ...uploads,
      async keep(file, content) {
        await uploads.keep(file, content)
        // Whoever uploads looks at it next. A disk that is full is no reason to refuse it.
        await copy(file, content).catch(() => undefined)
      },
      async remove(file) {
        await copies.remove(file)
        await uploads.remove(file)
      },
    },

    bring(file) {
      const already = underWay.get(file)
      if (already !== undefined) return already
      const looking = look(file).finally(() => underWay.delete(file))
      underWay.set(file, looking)
      return looking
    },
  }
}

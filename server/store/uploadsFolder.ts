import { access, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import type { Uploads } from '../features/media/ports'
import { newId } from '../kernel/ids'

const orNull = (error: unknown): null => {
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return null
  throw error
}

/** Pictures in a folder. A file is written beside its place, put on disk and then renamed: never seen by halves. */
export function createUploadsFolder(folder: string): Uploads {
  const root = resolve(folder)
  const pathOf = (file: string): string => {
    const path = resolve(root, file)
    if (!path.startsWith(root + sep)) throw new Error(`${file} leaves the uploads folder`)
    return path
  }

  return {
    async keep(file, content) {
      const path = pathOf(file)
      const temporary = join(root, `.${newId()}.part`)
      try {
        const handle = await open(temporary, 'wx', 0o644)
        try {
          await handle.writeFile(content)
          await handle.sync()
        } finally {
          await handle.close()
        }
        await rename(temporary, path)
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
    },

    remove: (file) => rm(pathOf(file), { force: true }),
    read: (file) => readFile(pathOf(file)).catch(orNull),
    holds: async (file) => (await access(pathOf(file)).catch(orNull)) !== null,

    async *list(start = '') {
      const names = (await readdir(root).catch(orNull)) ?? []
      for (const file of names.sort()) {
        if (file.startsWith('.') || !file.startsWith(start)) continue
        const found = await stat(pathOf(file)).catch(orNull)
        if (found?.isFile()) yield { file, bytes: found.size }
      }
    },
  }
}

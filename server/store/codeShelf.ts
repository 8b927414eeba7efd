import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { CodeShelf } from '../features/codes/ports'

/** Codes as files of a folder, which is made when the first one comes. Names are ids of our own making. */
export function createCodeShelf(folder: string): CodeShelf {
  const fileOf = (name: string): string => join(folder, `${name}.png`)
  return {
    async find(name) {
      try {
        return await readFile(fileOf(name))
      } catch {
        return null
      }
    },

    async keep(name, png) {
      await mkdir(folder, { recursive: true })
      const temporary = join(folder, `${randomUUID()}.new`)
      await writeFile(temporary, png)
      await rename(temporary, fileOf(name))
    },
  }
}

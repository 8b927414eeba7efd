import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../kernel/errors'
import { newId } from '../../kernel/ids'
import { keepPicture, type MediaDeps } from './keepPicture'
import type { KeptPicture, PictureSource } from './ports'

const MAX_BYTES = 20 * 1024 * 1024
const MOST_AT_ONCE = 6

export interface ImportDeps extends MediaDeps {
  source: PictureSource
  /** Where files lie while they come. */
  temporaryFolder: string
}

/** The last part of an address as a name, when it says anything. */
function nameOf(url: string): string {
  const { pathname, hostname } = new URL(url)
  const last = pathname.split('/').findLast((part) => /\.\w{3,4}$/.test(part)) ?? hostname
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

/** Brings pictures of other sites into our storage, a few at a time, as if they had been uploaded. */
export function createPictureImport(deps: ImportDeps) {
  let busy = 0

  async function bring(url: string, actor: { staffId: string; address: string }): Promise<KeptPicture> {
    await mkdir(deps.temporaryFolder, { recursive: true })
    const path = join(deps.temporaryFolder, `${newId()}.import`)
    const outcome = await deps.source(url, path, MAX_BYTES)
    if (outcome === 'refused') throw new AppError('picture_address_refused')
    if (outcome === 'too_large') throw new AppError('media_too_large')
    if (outcome === 'lost') throw new AppError('picture_unreachable')
    try {
      return await keepPicture(deps, { path, name: nameOf(url), alt: '', ...actor })
    } finally {
      await rm(path, { force: true })
    }
  }

  return async (url: string, actor: { staffId: string; address: string }): Promise<KeptPicture> => {
    if (busy >= MOST_AT_ONCE) throw new AppError('media_busy')
    busy += 1
    try {
      return await bring(url, actor)
    } finally {
      busy -= 1
    }
  }
}

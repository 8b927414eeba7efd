import type { Middleware } from 'koa'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isEmptyBody, summaryOf, toBlocks } from '../features/articles/body/blocks'
import { sanitiseBody } from '../features/articles/body/sanitise'
import type { ImportDeps } from '../features/importing/importPage'
import type { ImportChannel } from '../features/importing/inspectPage'
import { oldAddressOf } from '../features/importing/oldAddress'
import type { BodyRules, ImportStore, PictureKeeper } from '../features/importing/ports'
import { keepPicture, type MediaDeps } from '../features/media/keepPicture'
import { removeVariants } from '../features/media/variants'
import type { ChannelNode } from '../../shared/contract'
import type { Clock } from '../kernel/clock'
import { formerAddresses } from '../http/formerAddresses'
import { AppError } from '../kernel/errors'
import { newId } from '../kernel/ids'
import type { Database } from '../store/database'
import { createImportStore, createOldAddresses } from '../store/repositories/imports'

export const bodyRules: BodyRules = {
  clean: sanitiseBody,
  derive(html, sizes) {
    const blocks = toBlocks(html, sizes)
    return { blocks: JSON.stringify(blocks), summary: summaryOf(blocks), isEmpty: isEmptyBody(blocks) }
  },
}

/** Keeps pictures by the way that uploads take; what is no picture is told, not thrown. */
function pictureKeeper(deps: MediaDeps & { store: ImportStore; temporaryFolder: string }): PictureKeeper {
  return {
    async keep(content, name, alt) {
      const path = join(deps.temporaryFolder, `${newId()}.import`)
      await writeFile(path, content, { mode: 0o600 })
      try {
        const { id, file, width, height } = await keepPicture(deps, { path, name, alt, staffId: null, address: '' })
        return { id, file, width, height }
      } catch (error) {
        if (error instanceof AppError && error.code !== 'media_busy') return null
        throw error
      } finally {
        await rm(path, { force: true })
      }
    },
    async discard(pictures) {
      for (const { id, file } of pictures) {
        await deps.store.forgetPicture(id)
        await deps.uploads.remove(file)
        await removeVariants(deps.uploads, file)
      }
    },
  }
}

/** Channels that hold articles, of both levels. */
export const importChannels = (tree: readonly ChannelNode[]): ImportChannel[] =>
  tree
    .flatMap((node) => [node, ...node.children])
    .flatMap(({ id, name, kind }) => (kind === 'group' ? [] : [{ id, name, kind }]))

export interface ImportParts extends MediaDeps {
  database: Database
  temporaryFolder: string
  clock: Clock
  tree: readonly ChannelNode[]
  organisation: string
}

/** What an import needs, from the command line and from the admin alike. */
export function composeImport({ database, tree, organisation, ...parts }: ImportParts): ImportDeps {
  const store = createImportStore(database)
  return {
    store,
    body: bodyRules,
    pictures: pictureKeeper({ ...parts, store }),
    channels: importChannels(tree),
    organisation,
    clock: parts.clock,
  }
}

/** Links to the old site lead on. */
export function formerArticles(database: Database): Middleware {
  const former = createOldAddresses(database)
  return formerAddresses((pathAndQuestion) => former.find(oldAddressOf(pathAndQuestion)))
}

import type { Middleware } from 'koa'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isEmptyBody, summaryOf, toBlocks } from '../features/articles/body/blocks'
import { sanitiseBody } from '../features/articles/body/sanitise'
import type { ImportDeps } from '../features/importing/importPage'
import type { ImportChannel } from '../features/importing/inspectPage'
import { oldAddressOf } from '../features/importing/oldAddress'
import type { AttachmentKeeper, BodyRules, ImportStore, PictureKeeper } from '../features/importing/ports'
import { fileKind } from '../features/attachments/fileKind'
import { displayName } from '../features/attachments/keepAttachment'
import { keepPicture, type MediaDeps } from '../features/media/keepPicture'
import type { MediaStore } from '../features/media/ports'
import { removeVariants } from '../features/media/variants'
import type { ChannelNode } from '../../shared/contract'
import { attachmentFile } from '../../shared/domain/attachments'
import type { Clock } from '../kernel/clock'
import { formerAddresses } from '../http/formerAddresses'
import { AppError } from '../kernel/errors'
import { newId } from '../kernel/ids'
import type { Database } from '../store/database'
import { createImportStore, createOldAddresses } from '../store/repositories/imports'

const LONGEST_ALT = 120

export const bodyRules: BodyRules = {
  clean: sanitiseBody,
  derive(html, sizes) {
    const blocks = toBlocks(html, sizes)
    return { blocks: JSON.stringify(blocks), summary: summaryOf(blocks), isEmpty: isEmptyBody(blocks) }
  },
}

/** A file of our own for as long as somebody works on it. */
async function withFile<T>(folder: string, content: Buffer, work: (path: string) => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${newId()}.import`)
  try {
    await writeFile(path, content, { mode: 0o600 })
    return await work(path)
  } finally {
    await rm(path, { force: true })
  }
}

type KeeperParts = Omit<MediaDeps, 'media'> & { store: ImportStore; temporaryFolder: string }

/** Their rows are written with their article. */
const noRow: MediaStore = { add: () => Promise.resolve() }

/** Keeps pictures by the way that uploads take; what is no picture is told, not thrown. */
const pictureKeeper = ({ store, temporaryFolder, ...deps }: KeeperParts): PictureKeeper => ({
  keep: async (id, content, name, alt) =>
    (await store.picture(id)) ??
    withFile(temporaryFolder, content, async (path) => {
      const command = { id, path, name, alt: alt.slice(0, LONGEST_ALT), staffId: null, address: '' }
      try {
        const kept = await keepPicture({ ...deps, media: noRow }, command)
        return {
          ...{ id: kept.id, file: kept.file, width: kept.width, height: kept.height },
          ...{ bytes: kept.bytes, name: kept.name, alt: kept.alt },
        }
      } catch (error) {
        if (error instanceof AppError && error.code !== 'media_busy') return null
        throw error
      }
    }),
  async discard(pictures) {
    for (const { file } of pictures) {
      await deps.uploads.remove(file)
      await removeVariants(deps.uploads, file)
    }
  },
})

/** Keeps attachments as those that staff upload: known by their content, macros and programs refused. */
const attachmentKeeper = ({ temporaryFolder, uploads }: KeeperParts): AttachmentKeeper => ({
  keep: (id, content, name) =>
    withFile(temporaryFolder, content, async (path) => {
      try {
        const kind = await fileKind(path, name)
        await uploads.keep(attachmentFile(id), content)
        return { id, name: displayName(name, kind), kind, bytes: content.length }
      } catch (error) {
        if (error instanceof AppError) return null
        throw error
      }
    }),
  async discard(attachments) {
    for (const { id } of attachments) await uploads.remove(attachmentFile(id))
  },
})

/** Channels that hold articles, of both levels. */
export const importChannels = (tree: readonly ChannelNode[]): ImportChannel[] =>
  tree
    .flatMap((node) => [node, ...node.children])
    .flatMap(({ id, name, kind }) => (kind === 'group' ? [] : [{ id, name, kind }]))

export interface ImportParts extends Omit<MediaDeps, 'media'> {
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
    attachments: attachmentKeeper({ ...parts, store }),
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

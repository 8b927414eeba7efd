import { createHash } from 'node:crypto'
import { In, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm'
import type { BroughtFiles, ImportStore, OldAddresses } from '../../features/importing/ports'
import { newId } from '../../kernel/ids'
import type { Database } from '../database'
import { ArticleEntity, AttachmentEntity, ImportPageEntity, MediaEntity, OldAddressEntity } from '../entities'
import { isDuplicate } from '../isDuplicate'
import { keepRevision } from './articleRevisions'
import { recordAudit } from './audit'
import { undoom } from './doomedFiles'
import { withPublicTraces } from './publicContent'

export const addressHash = (text: string): string => createHash('sha256').update(text).digest('hex')
const LONGEST = 1000

/** Rows of files that lie there already. Another page, or another run, may have written one of them at this moment. */
async function keepFiles(manager: EntityManager, { pictures, attachments }: BroughtFiles, at: number, by: string) {
  const made = { createdAt: at, createdBy: by }
  const insert = (entity: EntityTarget<ObjectLiteral>, row: ObjectLiteral) =>
    manager.createQueryBuilder().insert().into(entity).values(row).orIgnore().execute()
  for (const picture of pictures) {
    await undoom(manager, picture.id)
    await insert(MediaEntity, { ...picture, ...made, mime: 'image/webp', hasVariants: true })
  }
  for (const attachment of attachments) {
    await undoom(manager, attachment.id)
    await insert(AttachmentEntity, { ...attachment, ...made })
  }
}

export const createImportStore = (database: Database): ImportStore => ({
  async known(source) {
    const row = await database.read.findOneBy(ImportPageEntity, { sourceHash: addressHash(source) })
    return row === null ? null : { contentHash: row.contentHash, articleId: row.articleId }
  },

  hasTitle: (title) => database.read.existsBy(ArticleEntity, { title }),

  async picture(id) {
    const row = await database.read.findOneBy(MediaEntity, { id })
    if (row === null) return null
    const { file, width, height, bytes, name, alt } = row
    return { id, file, width, height, bytes, name, alt }
  },

  async unnamed({ pictures, attachments }) {
    const named = async (entity: typeof MediaEntity | typeof AttachmentEntity, ids: string[]) =>
      new Set((await database.read.find(entity, { where: { id: In(ids) }, select: { id: true } })).map(({ id }) => id))
    const known = await named(
      MediaEntity,
      pictures.map(({ id }) => id),
    )
    const attached = await named(
      AttachmentEntity,
      attachments.map(({ id }) => id),
    )
    return {
      pictures: pictures.filter(({ id }) => !known.has(id)),
      attachments: attachments.filter(({ id }) => !attached.has(id)),
    }
  },

  async keep({ isPublic, ...article }, files, page, audit) {
    const by = audit.staffId ?? ''
    try {
      await database.write((manager) =>
        withPublicTraces(manager, article.id, async () => {
          await manager.insert(ImportPageEntity, {
            id: newId(),
            sourceHash: addressHash(page.source),
            source: page.source.slice(0, LONGEST),
            contentHash: page.contentHash,
            state: isPublic ? 'imported' : 'draft',
            articleId: article.id,
            title: article.title,
            doubts: JSON.stringify(page.doubts),
            mends: JSON.stringify(page.mends),
            original: isPublic ? null : page.original,
            at: audit.at,
            by: audit.staffId,
          })
          await keepFiles(manager, files, audit.at, by)
          await manager.insert(ArticleEntity, {
            ...article,
            pinned: false,
            status: isPublic ? 'published' : 'draft',
            version: 1,
            scheduledAt: null,
            scheduledNotice: null,
            createdAt: audit.at,
            createdBy: by,
            updatedAt: audit.at,
            updatedBy: by,
          })
          await keepRevision(manager, article.id)
          if (page.oldAddress !== null) {
            const hash = addressHash(page.oldAddress)
            const row = { address: page.oldAddress.slice(0, LONGEST), articleId: article.id, at: audit.at }
            // Two saved copies of one page: the first keeps the address.
            if (!(await manager.existsBy(OldAddressEntity, { addressHash: hash }))) {
              await manager.insert(OldAddressEntity, { addressHash: hash, ...row })
            }
          }
          await recordAudit(manager, audit)
          return true
        }),
      )
      return true
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  },
})

export const createOldAddresses = (database: Database): OldAddresses => ({
  async find(address) {
    const [row] = await database.read.query<{ id: string }[]>(
      `SELECT a.id FROM old_address o JOIN article a ON a.id = o.article_id
       WHERE o.address_hash = ? AND a.status = 'published'`,
      [addressHash(address)],
    )
    return row?.id ?? null
  },
})

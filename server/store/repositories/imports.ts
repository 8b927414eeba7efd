import { createHash } from 'node:crypto'
import type { ImportStore, OldAddresses } from '../../features/importing/ports'
import { newId } from '../../kernel/ids'
import type { Database } from '../database'
import { ArticleEntity, ImportPageEntity, MediaEntity, OldAddressEntity } from '../entities'
import { isDuplicate } from '../isDuplicate'
import { keepRevision } from './articleRevisions'
import { recordAudit } from './audit'
import { withPublicTraces } from './publicContent'

export const addressHash = (text: string): string => createHash('sha256').update(text).digest('hex')
const LONGEST = 1000

export const createImportStore = (database: Database): ImportStore => ({
  async known(source) {
    const row = await database.read.findOneBy(ImportPageEntity, { sourceHash: addressHash(source) })
    return row === null ? null : { contentHash: row.contentHash, articleId: row.articleId }
  },

  hasTitle: (title) => database.read.existsBy(ArticleEntity, { title }),

  async forgetPicture(id) {
    await database.write((manager) => manager.delete(MediaEntity, { id }))
  },

  async keep({ isPublic, ...article }, page, audit) {
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
            at: audit.at,
            by: audit.staffId,
          })
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

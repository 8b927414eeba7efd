import type {
  ArchivedArticle,
  ArchivedAttachment,
  ArchivedPicture,
  ArchiveReader,
  ArchiveWriter,
} from '../../features/importing/portsArchive'
import { In } from 'typeorm'
import { attachmentFile } from '../../../shared/domain/attachments'
import type { EventDecision } from '../../../shared/domain/event'
import { newId } from '../../kernel/ids'
import type { Database } from '../database'
import {
  ArticleEntity,
  AttachmentEntity,
  ChannelEntity,
  EventEntity,
  ImportPageEntity,
  MediaEntity,
  OldAddressEntity,
  type ImportPageRow,
} from '../entities'
import { isDuplicate } from '../isDuplicate'
import { cutOf, EVENT_COLUMNS, publishedEventOf, type EventColumns } from './articleColumns'
import { keepRevision } from './articleRevisions'
import { recordAudit } from './audit'
import { archivedChannels, takeWishes } from './archivedChannels'
import { undoom } from './doomedFiles'
import { addressHash } from './imports'
import { withPublicTraces } from './publicContent'

const iso = (at: number | string): string => new Date(Number(at)).toISOString()
const isoOrNull = (at: number | string | null): string | null => (at === null ? null : iso(at))
const instantOrNull = (text: string | null): number | null => (text === null ? null : Date.parse(text))

interface Row extends EventColumns {
  id: string
  slug: string
  title: string
  summary: string
  publisher: string
  body_html: string
  cover: string | null
  pinned: number | boolean
  status: ArchivedArticle['status']
  pin_place: number | string
  published_at: number | string | null
  withdraw_at: number | string | null
  created_at: number | string
  updated_at: number | string
  views: number
}

const SELECT = `SELECT a.id, c.slug, a.title, a.summary, a.publisher, a.body_html, m.file AS cover, a.pinned, a.pin_place,
    a.status, a.published_at, a.withdraw_at, a.created_at, a.updated_at, a.views, ${EVENT_COLUMNS}
  FROM article a JOIN channel c ON c.id = a.channel_id
  LEFT JOIN media m ON m.id = a.cover_id LEFT JOIN event e ON e.article_id = a.id
  WHERE a.id > ? AND a.binned_at IS NULL ORDER BY a.id LIMIT ?`

function articleOf(row: Row, oldAddresses: string[], pages: ArchivedArticle['pages']): ArchivedArticle {
  const event = publishedEventOf(row)
  return {
    id: row.id,
    channel: row.slug,
    title: row.title,
    summary: row.summary,
    publisher: row.publisher,
    bodyHtml: row.body_html,
    cover: row.cover,
    pinned: Number(row.pinned) === 1,
    pinPlace: Number(row.pin_place),
    status: row.status,
    publishedAt: isoOrNull(row.published_at),
    withdrawAt: isoOrNull(row.withdraw_at),
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
    views: Number(row.views),
    event: event && {
      ...event,
      startsAt: iso(event.startsAt),
      endsAt: iso(event.endsAt),
      signupDeadline: isoOrNull(event.signupDeadline),
      changedAt: isoOrNull(event.changedAt),
    },
    oldAddresses,
    pages,
  }
}

const pageOf = ({ at, id: _id, articleId: _articleId, by: _by, ...page }: ImportPageRow) => ({ ...page, at: iso(at) })

export const createArchiveReader = (database: Database): ArchiveReader => ({
  channels: () => archivedChannels(database),

  async articles(afterId, limit) {
    const rows = await database.read.query<Row[]>(SELECT, [afterId, limit])
    if (rows.length === 0) return []
    const ids = rows.map(({ id }) => id)
    const former = await database.read.find(OldAddressEntity, {
      where: { articleId: In(ids) },
      order: { address: 'ASC' },
    })
    const pages = await database.read.find(ImportPageEntity, { where: { articleId: In(ids) }, order: { id: 'ASC' } })
    return rows.map((row) =>
      articleOf(
        row,
        former.filter(({ articleId }) => articleId === row.id).map(({ address }) => address),
        pages.filter(({ articleId }) => articleId === row.id).map(pageOf),
      ),
    )
  },

  async attachments(afterId, limit) {
    const rows = await database.read
      .createQueryBuilder(AttachmentEntity, 'f')
      .where('f.id > :afterId', { afterId })
      .orderBy('f.id')
      .take(limit)
      .getMany()
    return rows.map(({ id, name, kind, bytes, createdAt }): ArchivedAttachment => ({
      ...{ id, file: attachmentFile(id), name, kind, bytes },
      createdAt: iso(createdAt),
    }))
  },

  async pictures(afterId, limit) {
    const rows = await database.read
      .createQueryBuilder(MediaEntity, 'm')
      .where('m.id > :afterId', { afterId })
      .orderBy('m.id')
      .take(limit)
      .getMany()
    return rows.map(
      ({ id, file, name, alt, width, height, createdAt, cutOf: of = null, cut = null }): ArchivedPicture => ({
        ...{ id, file, name, alt, width, height },
        ...(of === null ? {} : { cut: cutOf(of, cut) }),
        createdAt: iso(createdAt),
      }),
    )
  },
})

export const createArchiveWriter = (database: Database): ArchiveWriter => ({
  async keepChannels(channels, audit) {
    const wishes = channels
      .flatMap(({ slug, wished }) => (wished === null ? [] : [{ slug, ...wished }]))
      .sort((a, b) => a.place - b.place)
      .map(({ slug, name, hidden }) => ({ slug, name, hidden }))
    return (await database.write((manager) => takeWishes(manager, wishes, audit))) ? 'kept' : 'known'
  },

  hasAttachment: (id) => database.read.existsBy(AttachmentEntity, { id }),

  async keepAttachment({ id, name, kind, bytes, createdAt }, now) {
    await database.write(async (manager) => {
      await undoom(manager, id)
      const row = { id, name, kind, bytes, createdAt: Date.parse(createdAt), createdBy: '', checkedAt: now }
      await manager.insert(AttachmentEntity, row)
    })
  },

  hasPicture: (id) => database.read.existsBy(MediaEntity, { id }),

  async keepPicture({ createdAt, cut, ...picture }, now) {
    const { of: cutOf = null, ...how } = cut ?? {}
    const row = { ...picture, mime: 'image/webp', hasVariants: true, createdBy: '', createdAt: Date.parse(createdAt) }
    const kept = { ...row, cutOf, cut: cut ? JSON.stringify(how) : null, checkedAt: now }
    await database.write(async (manager) => {
      await undoom(manager, picture.id)
      await manager.insert(MediaEntity, kept)
    })
  },

  async keepArticle({ channel, cover, event, oldAddresses, pages, ...archived }, audit) {
    const { publishedAt, withdrawAt, createdAt, updatedAt, ...article } = archived
    const { id } = article
    const stored = await database.read.findOneBy(ChannelEntity, { slug: channel })
    if (stored === null) return 'channel_unknown'
    if (await database.read.existsBy(ArticleEntity, { id })) return 'known'
    const picture = cover === null ? null : await database.read.findOneBy(MediaEntity, { file: cover })
    try {
      await database.write((manager) =>
        withPublicTraces(manager, id, async () => {
          await manager.insert(ArticleEntity, {
            ...article,
            channelId: stored.id,
            coverId: picture?.id ?? null,
            publishedAt: instantOrNull(publishedAt),
            withdrawAt: instantOrNull(withdrawAt),
            createdAt: Date.parse(createdAt),
            updatedAt: Date.parse(updatedAt),
            createdBy: audit.staffId ?? '',
            updatedBy: audit.staffId ?? '',
            version: 1,
            scheduledAt: null,
            scheduledNotice: null,
          })
          if (event !== null) {
            const { location, decision, startsAt, endsAt, signupDeadline, venue, address, capacityNote, changedAt } =
              event
            await manager.insert(EventEntity, {
              ...{ articleId: id, venue, address, decision: decision as EventDecision },
              changedAt: instantOrNull(changedAt ?? null),
              startsAt: Date.parse(startsAt),
              endsAt: Date.parse(endsAt),
              signupDeadline: instantOrNull(signupDeadline),
              capacityNote: capacityNote ?? null,
              latitude: location?.latitude ?? null,
              longitude: location?.longitude ?? null,
            })
          }
          for (const address of oldAddresses) {
            const row = { addressHash: addressHash(address), address, articleId: id, at: audit.at }
            if (!(await manager.existsBy(OldAddressEntity, { addressHash: row.addressHash }))) {
              await manager.insert(OldAddressEntity, row)
            }
          }
          for (const { at, ...page } of pages) {
            if (await manager.existsBy(ImportPageEntity, { sourceHash: page.sourceHash })) continue
            await manager.insert(ImportPageEntity, {
              id: newId(),
              ...page,
              articleId: id,
              at: Date.parse(at),
              by: null,
            })
          }
          await keepRevision(manager, id)
          await recordAudit(manager, audit)
          return true
        }),
      )
      return 'kept'
    } catch (error) {
      if (isDuplicate(error)) return 'known'
      throw error
    }
  },
})

import type {
  ArchivedArticle,
  ArchivedPicture,
  ArchiveReader,
  ArchiveWriter,
} from '../../features/importing/portsArchive'
import type { EventDecision } from '../../../shared/domain/event'
import type { Database } from '../database'
import { ArticleEntity, ChannelEntity, EventEntity, MediaEntity, OldAddressEntity } from '../entities'
import { isDuplicate } from '../isDuplicate'
import { EVENT_COLUMNS, eventOf, type EventColumns } from './articleColumns'
import { keepRevision } from './articleRevisions'
import { recordAudit } from './audit'
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
  published_at: number | string | null
  created_at: number | string
  updated_at: number | string
  views: number
}

const SELECT = `SELECT a.id, c.slug, a.title, a.summary, a.publisher, a.body_html, m.file AS cover, a.pinned, a.status,
    a.published_at, a.created_at, a.updated_at, a.views, ${EVENT_COLUMNS}
  FROM article a JOIN channel c ON c.id = a.channel_id
  LEFT JOIN media m ON m.id = a.cover_id LEFT JOIN event e ON e.article_id = a.id
  WHERE a.id > ? AND a.binned_at IS NULL ORDER BY a.id LIMIT ?`

function articleOf(row: Row, oldAddresses: string[]): ArchivedArticle {
  const event = eventOf(row)
  return {
    id: row.id,
    channel: row.slug,
    title: row.title,
    summary: row.summary,
    publisher: row.publisher,
    bodyHtml: row.body_html,
    cover: row.cover,
    pinned: Number(row.pinned) === 1,
    status: row.status,
    publishedAt: isoOrNull(row.published_at),
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
    views: Number(row.views),
    event: event && {
      ...event,
      startsAt: iso(event.startsAt),
      endsAt: iso(event.endsAt),
      signupDeadline: isoOrNull(event.signupDeadline),
    },
    oldAddresses,
  }
}

export const createArchiveReader = (database: Database): ArchiveReader => ({
  async counts() {
    const articles = await database.read.query<{ count: number | string }[]>(
      'SELECT COUNT(*) AS count FROM article WHERE binned_at IS NULL',
    )
    return { articles: Number(articles[0]?.count ?? 0), pictures: await database.read.count(MediaEntity) }
  },

  async articles(afterId, limit) {
    const rows = await database.read.query<Row[]>(SELECT, [afterId, limit])
    if (rows.length === 0) return []
    const marks = rows.map(() => '?').join(', ')
    const former = await database.read.query<{ article_id: string; address: string }[]>(
      `SELECT article_id, address FROM old_address WHERE article_id IN (${marks}) ORDER BY address`,
      rows.map(({ id }) => id),
    )
    return rows.map((row) =>
      articleOf(
        row,
        former.filter(({ article_id: id }) => id === row.id).map(({ address }) => address),
      ),
    )
  },

  async pictures(afterId, limit) {
    const rows = await database.read
      .createQueryBuilder(MediaEntity, 'm')
      .where('m.id > :afterId', { afterId })
      .orderBy('m.id')
      .take(limit)
      .getMany()
    return rows.map(({ id, file, name, alt, width, height, createdAt }): ArchivedPicture => ({
      ...{ id, file, name, alt, width, height },
      createdAt: iso(createdAt),
    }))
  },
})

export const createArchiveWriter = (database: Database): ArchiveWriter => ({
  hasPicture: (id) => database.read.existsBy(MediaEntity, { id }),

  async keepPicture({ createdAt, ...picture }) {
    const row = { ...picture, mime: 'image/webp', hasVariants: true, createdBy: '', createdAt: Date.parse(createdAt) }
    await database.write((manager) => manager.insert(MediaEntity, row))
  },

  async keepArticle({ channel, cover, event, oldAddresses, publishedAt, createdAt, updatedAt, ...article }, audit) {
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
            createdAt: Date.parse(createdAt),
            updatedAt: Date.parse(updatedAt),
            createdBy: audit.staffId ?? '',
            updatedBy: audit.staffId ?? '',
            version: 1,
            scheduledAt: null,
            scheduledNotice: null,
          })
          if (event !== null) {
            const { location, decision, startsAt, endsAt, signupDeadline, venue, address, capacityNote } = event
            await manager.insert(EventEntity, {
              ...{ articleId: id, venue, address, decision: decision as EventDecision, changedAt: null },
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

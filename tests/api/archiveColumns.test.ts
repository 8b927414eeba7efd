import { join } from 'node:path'
import fc from 'fast-check'
import type { EntityTarget, ObjectLiteral } from 'typeorm'
import { writeArchive } from '../../server/features/importing/archive/writeArchive'
import { readArchive } from '../../server/features/importing/archive/readArchive'
import { openArchive } from '../../server/features/importing/sources/zip'
import { composeArchive } from '../../server/main/composeArchive'
import { toBlocks } from '../../server/features/articles/body/blocks'
import { sanitiseBody } from '../../server/features/articles/body/sanitise'
import * as entities from '../../server/store/entities'
import { createChannelRepository } from '../../server/store/repositories/channels'
import { addressHash } from '../../server/store/repositories/imports'
import { createUploadsFolder } from '../../server/store/uploadsFolder'
import { newId } from '../../server/kernel/ids'
import { CHANNELS_SETTING } from '../../shared/domain/channels'
import { availableDatabases } from '../support/databases'
import { columnsOf } from '../support/everyRow'
import { BY_HAND } from '../support/oldSite'
import { pictureOf } from '../support/archivePicture'
import { startTestServer, type TestServer } from '../support/server'

/**
 * What a house keeps of itself: which of its staff did something, what they still plan or review, how often a row was
 * saved. A column of these tables that stands neither here nor among what is made below is a defect.
 */
const OF_THE_HOUSE: Record<string, readonly string[]> = {
  article: [
    ...['version', 'created_by', 'updated_by', 'written_by', 'save_key', 'withdraw_by', 'scheduled_at'],
    ...['scheduled_notice', 'review_state', 'approved_by', 'approved_at', 'binned_at', 'binned_by'],
  ],
  event: [],
  media: ['created_by', 'has_variants', 'checked_at'],
  attachment: ['created_by', 'checked_at'],
  old_address: ['at'],
  import_page: ['id', 'by'],
}

const words = (most: number) =>
  fc
    .string({ unit: fc.constantFrom(...'珠海社工会通知，。《》AB7&<>"\'€😀 '), minLength: 1, maxLength: most })
    .map((text) => `文${text}`.slice(0, most).trim())
const instant = fc.integer({ min: 1_000_000_000, max: 1_790_000_000 }).map((seconds) => seconds * 1000 + 7)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

const anyEvent = fc.record({
  startsAt: instant,
  endsAt: instant,
  venue: words(20),
  address: maybe(words(40)),
  place: maybe(fc.constant({ latitude: 22.25, longitude: 113.5 })),
  signupDeadline: maybe(instant),
  decision: fc.constantFrom('open', 'cancelled', 'postponed'),
  changedAt: maybe(instant),
  capacityNote: maybe(words(20)),
})

const anyArticle = fc.record({
  title: words(60),
  summary: words(80),
  publisher: words(30),
  body: words(200),
  pinned: fc.boolean(),
  pinPlace: fc.nat(9),
  status: fc.constantFrom('draft', 'published', 'withdrawn'),
  publishedAt: instant,
  withdrawAt: maybe(fc.integer({ min: 2_000_000_000, max: 2_100_000_000 }).map((seconds) => seconds * 1000)),
  createdAt: instant,
  updatedAt: instant,
  views: fc.nat(999_999),
  event: maybe(anyEvent),
  withCover: fc.boolean(),
  withFiles: fc.boolean(),
})

const PDF = Buffer.from('%PDF-1.4 of staff')

describe.each(availableDatabases)('every column that staff can write, from %s and back', (kind) => {
  let from: TestServer
  let to: TestServer
  beforeAll(async () => {
    from = await startTestServer({ database: kind, seed: false })
    to = await startTestServer({ database: availableDatabases.find((other) => other !== kind) ?? kind, seed: false })
  })
  afterAll(async () => {
    await from.stop()
    await to.stop()
  })

  const uploadsOf = ({ dataFolder }: TestServer) => createUploadsFolder(join(dataFolder, 'uploads'))
  const partsOf = (server: TestServer) =>
    composeArchive({ database: server.database, uploads: uploadsOf(server), clock: server.clock, organisation: '本会' })

  /** Which columns were given a value, by table. */
  const written = new Map<string, Set<string>>()
  const insert = async (entity: EntityTarget<ObjectLiteral>, row: ObjectLiteral) => {
    const { tableName, columns } = from.database.migrations.getMetadata(entity)
    const known = written.get(tableName) ?? written.set(tableName, new Set()).get(tableName)
    for (const { propertyName, databaseName } of columns) if (propertyName in row) known?.add(databaseName)
    await from.database.write((manager) => manager.insert(entity, row))
  }

  async function writeAll(): Promise<void> {
    const uploads = uploadsOf(from)
    const channels = await from.database.read.find(entities.ChannelEntity)
    const held = channels.filter((channel) => channel.kind !== 'group')
    const pictures: { id: string; file: string; width: number; height: number }[] = []
    for (const cut of [null, { crop: { x: 0, y: 0, width: 0.5, height: 1 }, focus: { x: 0.25, y: 0.5 } }]) {
      const id = newId()
      const { content, ...size } = await pictureOf(cut === null ? '#194' : '#941')
      await uploads.keep(`${id}.webp`, content)
      const about = {
        id,
        file: `${id}.webp`,
        mime: 'image/webp',
        ...size,
        bytes: content.length,
        alt: '图“一”',
        name: 'a.png',
      }
      const how = { cutOf: cut && (pictures[0]?.id ?? null), cut: cut && JSON.stringify(cut) }
      await insert(entities.MediaEntity, {
        ...about,
        ...how,
        createdAt: 1_600_000_000_123,
        createdBy: '',
        hasVariants: true,
      })
      pictures.push({ id, file: `${id}.webp`, ...size })
    }
    const file = { id: newId(), name: '报名表.pdf', kind: 'pdf' as const, bytes: PDF.length }
    await uploads.keep(`${file.id}.attachment`, PDF)
    await insert(entities.AttachmentEntity, { ...file, createdAt: 1_600_000_000_456, createdBy: '' })
    const [shown = { id: '', file: '' }, cut = { id: '' }] = pictures
    const cards =
      `<figure><img src="/uploads/${shown.file}" alt="合影"><figcaption>说明</figcaption></figure>` +
      `<aside data-file="${file.id}" data-name="${file.name}" data-bytes="${file.bytes}"></aside>` +
      `<aside data-video="https://video.example/v/1" data-title="录像" data-cover="/uploads/${shown.file}"></aside>`
    const rows = fc.sample(anyArticle, { numRuns: 40, seed: 20261124 })
    for (const [at, { event, withCover, withFiles, body, ...row }] of rows.entries()) {
      const id = newId()
      const bodyHtml = sanitiseBody(
        `<p>${body.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>${withFiles ? cards : ''}`,
      )
      await insert(entities.ArticleEntity, {
        ...{ id, ...row, bodyHtml, blocks: JSON.stringify(toBlocks(bodyHtml, pictures)), version: 3 },
        ...{ channelId: held[at % held.length]?.id, coverId: withCover ? cut.id : null, createdBy: '', updatedBy: '' },
      })
      if (event !== null) {
        const { place, ...about } = event
        const where = { latitude: place?.latitude ?? null, longitude: place?.longitude ?? null }
        await insert(entities.EventEntity, { articleId: id, ...about, ...where })
      }
      const address = `/news/view.asp?id=${at}`
      await insert(entities.OldAddressEntity, { addressHash: addressHash(address), address, articleId: id, at: 5 })
      const page = { source: `p${at}.html`, sourceHash: addressHash(`p${at}.html`), contentHash: addressHash('x') }
      const told = {
        doubts: '[{"code":"body_empty"}]',
        mends: '[]',
        original: at % 2 ? null : '原文',
        title: row.title,
      }
      const end = { state: at % 2 ? 'imported' : 'draft', articleId: id, at: 1_700_000_000_789, by: null }
      await insert(entities.ImportPageEntity, { id: newId(), ...page, ...told, ...end })
    }
    const wishes = held
      .map(({ slug }, at) => ({ slug, name: at === 0 ? '改过的名' : null, hidden: at === 1 }))
      .reverse()
    const plan = channels
      .map(({ parentId, ...channel }) => ({
        ...channel,
        parent: channels.find(({ id }) => id === parentId)?.slug ?? null,
      }))
      .sort((a, b) => Number(a.parent !== null) - Number(b.parent !== null))
    const subject = { subjectType: 'setting', subjectId: CHANNELS_SETTING } as const
    await createChannelRepository(from.database).keepWishes(plan, wishes, {
      ...BY_HAND,
      at: 1,
      action: 'setting.change',
      ...subject,
    })
  }

  const plain = (value: unknown): unknown =>
    typeof value === 'boolean'
      ? Number(value)
      : typeof value === 'string' && /^\d+$/.test(value)
        ? Number(value)
        : value

  /** All rows of a table as text, without what belongs to the house; channels by their slugs. */
  async function rowsOf({ database }: TestServer, table: string): Promise<string[]> {
    const slugs = new Map((await database.read.find(entities.ChannelEntity)).map(({ id, slug }) => [id, slug]))
    const rows = await database.read.query<Record<string, unknown>[]>(`SELECT * FROM ${table}`)
    const left = OF_THE_HOUSE[table] ?? []
    return rows
      .map((row) => {
        const kept = Object.entries(row).filter(([name]) => !left.includes(name))
        return JSON.stringify(
          kept
            .map(([name, value]) => [name, name === 'channel_id' ? slugs.get(String(value)) : plain(value)] as const)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      })
      .sort()
  }

  const restore = async (path: string) => {
    const archive = await openArchive(path)
    const bad: unknown[] = []
    for await (const { outcome, kind: what, name } of readArchive(partsOf(to), archive, BY_HAND)) {
      if (outcome !== 'kept') bad.push([what, name, outcome])
    }
    archive.close()
    return bad
  }

  test('comes back as it was, files and the channels that staff arranged included', async () => {
    await writeAll()
    const path = join(from.dataFolder, 'all.zip')
    const { missing, ...head } = await writeArchive(partsOf(from), path)
    expect([missing, head]).toMatchObject([[], { version: 2, articles: 40, pictures: 2, attachments: 1 }])
    expect(await restore(path)).toEqual([])
    for (const [table, left] of Object.entries(OF_THE_HOUSE)) {
      const columns = await columnsOf(from.database, table)
      expect([table, columns.filter((name) => !left.includes(name) && written.get(table)?.has(name) !== true)]).toEqual(
        [table, []],
      )
      expect(await rowsOf(to, table)).toEqual(await rowsOf(from, table))
    }
    const tree = ({ database }: TestServer) => createChannelRepository(database).wholeTree()
    const withoutIds = (value: unknown) =>
      JSON.parse(JSON.stringify(value, (name, held: unknown) => (name === 'id' ? undefined : held))) as unknown
    expect(withoutIds(await tree(to))).toEqual(withoutIds(await tree(from)))
    const [{ file = '' } = {}] = await from.database.read.query<{ file: string }[]>(
      'SELECT file FROM media ORDER BY id',
    )
    const [{ id = '' } = {}] = await from.database.read.query<{ id: string }[]>('SELECT id FROM attachment')
    for (const name of [file, `${id}.attachment`]) {
      expect(await uploadsOf(to).read(name)).toEqual(await uploadsOf(from).read(name))
    }
  })
})

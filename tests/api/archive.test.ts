import { join } from 'node:path'
import { headOf, readArchive } from '../../server/features/importing/archive/readArchive'
import { writeArchive } from '../../server/features/importing/archive/writeArchive'
import { openArchive } from '../../server/features/importing/sources/zip'
import { composeArchive } from '../../server/main/composeArchive'
import { createUploadsFolder } from '../../server/store/uploadsFolder'
import { availableDatabases } from '../support/databases'
import { startTestServer, type TestServer } from '../support/server'

const BY_HAND = { staffId: null, address: '' }

/** Everything that staff wrote, without what a house adds: who saved it, and how often. */
const ARTICLES = `SELECT a.id, c.slug, a.title, a.summary, a.publisher, a.body_html, a.blocks, m.file AS cover, a.status,
    a.pinned, a.published_at, a.created_at, a.updated_at, a.views, e.starts_at, e.ends_at, e.venue, e.address, e.latitude,
    e.longitude, e.signup_deadline, e.decision
  FROM article a JOIN channel c ON c.id = a.channel_id LEFT JOIN media m ON m.id = a.cover_id
  LEFT JOIN event e ON e.article_id = a.id ORDER BY a.id`

describe.each(availableDatabases)('an archive of everything, from SQLite to %s', (kind) => {
  let from: TestServer
  let to: TestServer
  beforeAll(async () => {
    from = await startTestServer({ database: 'sqlite' })
    to = await startTestServer({ database: kind, seed: false })
  })
  afterAll(async () => {
    await from.stop()
    await to.stop()
  })

  const partsOf = (server: TestServer) =>
    composeArchive({
      database: server.database,
      uploads: createUploadsFolder(join(server.dataFolder, 'uploads')),
      clock: server.clock,
      organisation: '本会',
    })
  const rowsOf = async ({ database }: TestServer) =>
    (await database.read.query<Record<string, unknown>[]>(ARTICLES)).map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          // One database tells large numbers as text and yes as true.
          typeof value === 'boolean'
            ? Number(value)
            : /_at$|deadline/.test(name) && value !== null
              ? Number(value)
              : value,
        ]),
      ),
    )
  const restore = async (path: string) => {
    const archive = await openArchive(path)
    const outcomes = new Map<string, number>()
    for await (const { outcome } of readArchive(partsOf(to), archive, BY_HAND)) {
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
    archive.close()
    return Object.fromEntries(outcomes)
  }

  test('what was written comes back without loss, pictures included; a second time changes nothing', async () => {
    const path = join(from.dataFolder, 'all.zip')
    const { articles, pictures } = await writeArchive(partsOf(from), path)
    expect([articles > 5, pictures > 2]).toEqual([true, true])
    const archive = await openArchive(path)
    expect(await headOf(archive)).toMatchObject({ version: 1, organisation: '本会', articles, pictures })
    archive.close()

    expect(await restore(path)).toEqual({ kept: articles + pictures })
    expect(await rowsOf(to)).toEqual(await rowsOf(from))
    const [{ file = '' } = {}] = await from.database.read.query<{ file: string }[]>(
      'SELECT file FROM media ORDER BY id',
    )
    const bytesOf = async ({ url }: TestServer) =>
      Buffer.from(await (await fetch(`${url}/uploads/${file}`)).arrayBuffer()).toString('base64')
    expect(await bytesOf(to)).toBe(await bytesOf(from))

    const before = await rowsOf(to)
    expect(await restore(path)).toEqual({ known: articles + pictures })
    expect(await rowsOf(to)).toEqual(before)
  })
})

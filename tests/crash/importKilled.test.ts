import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { oldPage } from '../../server/features/importing/testing/oldPage'
import type { Database } from '../../server/store/database'
import { availableDatabases, openFreshDatabase, type OpenFreshDatabase } from '../support/databases'
import { oldArticle, toFolder, type Files } from '../support/oldSite'
import { startProcess } from '../support/process'
import { until } from '../support/until'

const PAGES = 80
const PDF = Buffer.from('%PDF-1.4 of the old site')

async function oldSite(): Promise<Files> {
  const files: Files = new Map([['upload/a.pdf', PDF]])
  for (let at = 0; at < 6; at += 1) {
    const background = { r: 40 * at, g: 90, b: 120 }
    const picture = sharp({ create: { width: 200, height: 150, channels: 3, background } })
    files.set(`upload/${at}.png`, await picture.png().toBuffer())
  }
  for (let at = 0; at < PAGES; at += 1) {
    const shown = `<p>第${at}篇</p><img src="../upload/${at % 6}.png"><p><a href="../upload/a.pdf">手册${at}</a></p>`
    const lost = at % 10 === 3 ? '<img src="gone.png">' : ''
    const made = { ...oldArticle, title: `第${at}篇`, bodyHtml: shown + lost }
    files.set(`news/view.asp?id=${at}.html`, oldPage(made, { encoding: 'gbk', garbling: 'none' }))
  }
  return files
}

describe.each(availableDatabases)('an import that is killed, on %s', (kind) => {
  const opened: OpenFreshDatabase[] = []
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'old-site-'))
    await toFolder(folder, await oldSite())
  })
  afterEach(async () => {
    for (const { close } of opened.splice(0)) await close()
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const house = async () => {
    const fresh = await openFreshDatabase(kind)
    opened.push(fresh)
    const dataFolder = await mkdtemp(join(tmpdir(), 'association-import-'))
    const start = () =>
      startProcess('importPages', { DATABASE_URL: fresh.url, DATA_DIR: dataFolder }, ['--apply', folder])
    return { database: fresh.database, dataFolder, start }
  }
  const pagesIn = async (database: Database): Promise<number> => {
    const [row] = await database.read.query<{ count: number | string }[]>('SELECT COUNT(*) AS count FROM import_page')
    return Number(row?.count)
  }
  /** Everything that the import wrote, without what every run names anew. */
  const resultOf = async ({ database, dataFolder }: Awaited<ReturnType<typeof house>>) => {
    const uploads = join(dataFolder, 'uploads')
    // A file that was being written when the process died lies beside its place under a name that nobody reads.
    const names = (await readdir(uploads)).filter((name) => !name.startsWith('.')).sort()
    const rows = (sql: string) => database.read.query<Record<string, unknown>[]>(sql)
    return {
      articles: await rows('SELECT title, body_html, status, views, cover_id FROM article ORDER BY title'),
      revisions: await rows('SELECT title, version FROM article_revision ORDER BY title'),
      pictures: await rows('SELECT id, file, width, height, bytes FROM media ORDER BY id'),
      attachments: await rows('SELECT id, name, kind, bytes FROM attachment ORDER BY id'),
      pages: await rows('SELECT source, state, doubts, mends FROM import_page ORDER BY source'),
      addresses: await rows('SELECT address FROM old_address ORDER BY address'),
      audit: (await rows(`SELECT detail FROM audit_entry WHERE action = 'article.import' ORDER BY detail`)).length,
      files: await Promise.all(
        names.map(async (name) => [name, (await readFile(join(uploads, name))).toString('base64')]),
      ),
    }
  }

  test('comes to the same as one that was not, whenever it was killed', async () => {
    const whole = await house()
    const run = whole.start()
    expect((await run.ended).code).toBe(0)
    await run.clean()
    const expected = await resultOf(whole)
    expect(expected.articles).toHaveLength(PAGES)
    expect([expected.pictures.length, expected.attachments.length]).toEqual([6, PAGES])

    const killed = await house()
    for (const after of [0, 7, 19, 31]) {
      const begun = killed.start()
      await until(
        () => pagesIn(killed.database),
        (count) => count > after,
      )
      await begun.clean()
    }
    expect(await pagesIn(killed.database)).toBeLessThan(PAGES)
    const resumed = killed.start()
    const last = await resumed.ended
    await resumed.clean()
    expect([last.code, last.stdout]).toEqual([0, expect.stringContaining('已导入过')])
    expect(await resultOf(killed)).toEqual(expected)
    for (const { dataFolder } of [whole, killed]) await rm(dataFolder, { recursive: true, force: true })
  })
})

import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import sharp from 'sharp'
import { ZipFile } from 'yazl'
import type { ArticleDetail, ArticlePage, SearchPage } from '../../shared/contract'
import { importAll, inspectAll } from '../../server/features/importing/run'
import { openFolder } from '../../server/features/importing/sources/folder'
import { SAVED, type Source } from '../../server/features/importing/sources/source'
import { archivedPages } from '../../server/features/importing/sources/archivedPages'
import { openArchive } from '../../server/features/importing/sources/zip'
import { oldPage, type OldArticle } from '../../server/features/importing/testing/oldPage'
import { createWorkshop } from '../../server/features/media/workshop'
import { composeImport } from '../../server/main/composeImport'
import { createChannelRepository } from '../../server/store/repositories/channels'
import { createUploadsFolder } from '../../server/store/uploadsFolder'
import { availableDatabases } from '../support/databases'
import { request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { until } from '../support/until'

const article: OldArticle = {
  title: '关于举办社工实务督导沙龙的通知',
  publisher: '珠海市社会工作协会',
  publishedAt: Date.UTC(2017, 9, 27, 2, 54, 0),
  views: 4092,
  channel: '新闻速递',
  bodyHtml: '<p>各会员单位：</p><p>定于下月举办督导沙龙。</p><p><img src="../upload/hall.png" alt=""></p>',
}
const BY_HAND = { staffId: null, address: '' }

async function toZip(path: string, files: Map<string, Buffer>): Promise<void> {
  const zip = new ZipFile()
  for (const [name, content] of files) zip.addBuffer(content, name)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
}

async function toFolder(folder: string, files: Map<string, Buffer>): Promise<void> {
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

describe.each(availableDatabases)('pages of the old site, on %s', (kind) => {
  let server: TestServer
  let picture: Buffer
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#a33' } })
      .png()
      .toBuffer()
  })
  afterAll(() => server.stop())

  const deps = async () =>
    composeImport({
      database: server.database,
      clock: server.clock,
      tree: await createChannelRepository(server.database).tree(),
      organisation: '珠海市社会工作协会',
      temporaryFolder: join(server.dataFolder, 'incoming'),
      uploads: createUploadsFolder(join(server.dataFolder, 'uploads')),
      workshop: createWorkshop({ atOnce: 1, waiting: 1 }),
    })
  /** `tag`: of the test, in names and titles, for all of them work on one house. */
  const pages = (tag: string) => {
    const mine = { ...article, title: `${article.title}${tag}` }
    const whole = oldPage({ ...mine, title: `${tag}断了` }, { encoding: 'gbk', garbling: 'none' })
    const later = { ...mine, title: `${tag}只有未来`, publishedAt: Date.UTC(2039, 0, 1) }
    return new Map([
      [`${tag}/view.asp?id=7.html`, oldPage(mine, { encoding: 'gbk', garbling: 'gbk' })],
      [`${tag}/view.asp?id=8.html`, oldPage(later, { encoding: 'utf8', garbling: 'none' })],
      [`${tag}/list.asp?id=1.html`, Buffer.from('<html><body>列表</body></html>')],
      [`${tag}/cut.html`, whole.subarray(0, whole.indexOf('class=content') + 20)],
      [`${tag}/empty.html`, Buffer.alloc(0)],
      ['upload/hall.png', picture],
    ])
  }
  const run = async (source: Source) => {
    const done: [string, string][] = []
    for await (const { source: name, state } of importAll(await deps(), source, BY_HAND)) done.push([name, state])
    await source.close()
    return done
  }
  const fromZip = async (files: Map<string, Buffer>) => {
    const path = join(server.dataFolder, 'old.zip')
    await toZip(path, files)
    return archivedPages(await openArchive(path), SAVED)
  }
  /** The servers hear of it within a second. */
  const listed = (title: string) =>
    until(
      async () =>
        (await request<ArticlePage>(`${server.url}/api/channels/express/articles`)).body.items.find(
          (item) => item.title === title,
        ),
      (item) => item !== undefined,
    )
  const rows = async () => {
    // The audit log is not among them: nothing is ever taken out of it.
    const tables = ['article', 'article_revision', 'media', 'import_page', 'old_address', 'search_document']
    const counts = tables.map(async (table) => {
      const [row] = await server.database.read.query<{ count: number | string }[]>(
        `SELECT COUNT(*) AS count FROM ${table}`,
      )
      return [table, Number(row?.count)]
    })
    const uploads = await readdir(join(server.dataFolder, 'uploads'))
    return [...(await Promise.all(counts)), ['uploads', uploads.length]]
  }

  test('a certain page is public with its own time, views and picture; a doubtful one is a draft; a second run changes nothing', async () => {
    expect(await run(await fromZip(pages('a')))).toEqual([
      ['a/cut.html', 'draft'],
      ['a/empty.html', 'failed'],
      ['a/list.asp?id=1.html', 'failed'],
      ['a/view.asp?id=7.html', 'imported'],
      ['a/view.asp?id=8.html', 'draft'],
    ])
    const found = await listed(`${article.title}a`)
    expect(found).toMatchObject({ views: 4092, publishedAt: '2017-10-27T02:54:00.000Z' })
    const { body } = await request<ArticleDetail>(`${server.url}/api/articles/${found?.id}`)
    const shown = body.blocks.find(({ type }) => type === 'image') as { url: string } | undefined
    expect((await fetch(`${server.url}${shown?.url}`)).headers.get('content-type')).toBe('image/webp')
    const hits = await request<SearchPage>(`${server.url}/api/search?q=${encodeURIComponent('督导沙龙')}`)
    expect(hits.body.items.map(({ article: { id } }) => id)).toEqual([found?.id])

    const before = await rows()
    expect((await run(await fromZip(pages('a')))).map(([, state]) => state)).toEqual([
      'known',
      'failed',
      'failed',
      'known',
      'known',
    ])
    expect(await rows()).toEqual(before)
  })

  test('a look at the pages writes nothing', async () => {
    const before = await rows()
    const states: string[] = []
    const source = await fromZip(pages('b'))
    for await (const { state } of inspectAll(await deps(), source)) states.push(state)
    await source.close()
    expect(states).toEqual(['doubtful', 'failed', 'failed', 'certain', 'doubtful'])
    expect(await rows()).toEqual(before)
  })

  test('an old link leads to the article for good, in whatever letters; the link to a draft leads nowhere', async () => {
    const folder = join(server.dataFolder, 'old')
    await toFolder(folder, pages('news'))
    await run(await openFolder(folder, 'http://old.example/'))
    const found = await listed(`${article.title}news`)
    const at = async (path: string) => {
      const answer = await fetch(`${server.url}${path}`, { redirect: 'manual' })
      return [answer.status, answer.headers.get('location')]
    }
    expect(await at('/news/view.asp?id=7')).toEqual([301, `/articles/${found?.id}`])
    expect(await at('/News/View.asp?ID=7')).toEqual([301, `/articles/${found?.id}`])
    expect((await at('/news/view.asp?id=8'))[0]).toBe(404)
    expect((await at('/news/view.asp?id=9'))[0]).toBe(404)
    expect((await fetch(`${server.url}/news/view.asp?id=7`)).status).toBe(200)
  })

  test('when a page cannot be written, nothing of it stays, and the others go on', async () => {
    const before = await rows()
    const { store, ...others } = await deps()
    const source = await fromZip(pages('c'))
    const broken = { ...store, keep: () => Promise.reject(new Error('the disk is full')) }
    const states: string[] = []
    for await (const { state } of importAll({ ...others, store: broken }, source, BY_HAND)) states.push(state)
    await source.close()
    expect(states).toEqual(['failed', 'failed', 'failed', 'failed', 'failed'])
    expect(await rows()).toEqual(before)
  })

  test('two pages with one title: the second is a draft that says why', async () => {
    const twice = new Map([
      ['a.html', oldPage({ ...article, title: '同名', bodyHtml: '<p>一</p>' }, { encoding: 'gbk', garbling: 'none' })],
      ['b.html', oldPage({ ...article, title: '同名', bodyHtml: '<p>二</p>' }, { encoding: 'gbk', garbling: 'none' })],
    ])
    expect(await run(await fromZip(twice))).toEqual([
      ['a.html', 'imported'],
      ['b.html', 'draft'],
    ])
  })

  test('what is no picture, or leads out of the folder, is lost, said and not kept', async () => {
    const files = new Map([
      [
        'in/c.html',
        oldPage({ ...article, bodyHtml: '<p>一</p><img src="x.png">' }, { encoding: 'gbk', garbling: 'none' }),
      ],
      ['in/x.png', Buffer.from('<svg onload=alert(1)>')],
      [
        'in/d.html',
        oldPage(
          { ...article, title: '另一', bodyHtml: '<p>一</p><img src="../../secret.png">' },
          { encoding: 'gbk', garbling: 'none' },
        ),
      ],
      ['secret.png', picture],
    ])
    const before = (await rows()).at(-1)
    const folder = join(server.dataFolder, 'tricks')
    await toFolder(folder, files)
    expect(await run(await openFolder(join(folder, 'in'), SAVED))).toEqual([
      ['c.html', 'draft'],
      ['d.html', 'draft'],
    ])
    expect((await rows()).at(-1)).toEqual(before)
  })

  test('a zip bomb is refused before anything is unpacked', async () => {
    const bomb = fromZip(new Map([['a.html', Buffer.alloc(64 * 1024 * 1024)]]))
    await expect(bomb).rejects.toThrow('unpack')
  })
})

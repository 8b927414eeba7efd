import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { importAll, inspectAll } from '../../server/features/importing/run'
import { openFolder } from '../../server/features/importing/sources/folder'
import { SAVED } from '../../server/features/importing/sources/source'
import { oldPage } from '../../server/features/importing/testing/oldPage'
import type { ArticleDetail } from '../../shared/contract'
import { availableDatabases } from '../support/databases'
import { request } from '../support/http'
import { BY_HAND, countsOf, importDeps, importEach, oldArticle, toFolder, zipOf } from '../support/oldSite'
import { startTestServer, type TestServer } from '../support/server'

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF')
const DOC = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)])

const page = (title: string, bodyHtml: string) =>
  oldPage({ ...oldArticle, title, bodyHtml }, { encoding: 'gbk', garbling: 'none' })

describe.each(availableDatabases)('files that old pages refer to, on %s', (kind) => {
  let server: TestServer
  let picture: Buffer
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    picture = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#183' } })
      .png()
      .toBuffer()
  })
  afterAll(() => server.stop())

  const uploads = async () => (await readdir(join(server.dataFolder, 'uploads'))).sort()
  const articleOf = async (title: string) => {
    const rows = await server.database.read.query<{ id: string; body_html: string }[]>(
      'SELECT id, body_html FROM article WHERE title = ?',
      [title],
    )
    expect(rows).toHaveLength(1)
    return rows[0] ?? { id: '', body_html: '' }
  }

  test('a linked file becomes a card in its place, behind a paragraph that says more, and is handed out as a download', async () => {
    const body =
      '<p>一、说明见<a href="../upload/a.pdf">会议手册</a>第二页。</p>' +
      '<p>附件1：<a href="../upload/200911.doc">报名表（点击下载）</a></p><p>再会。</p>'
    const files = new Map([
      ['news/f.html', page('有附件', body)],
      ['upload/a.pdf', PDF],
      ['upload/200911.doc', DOC],
    ])
    expect(await importEach(server, await zipOf(server, files))).toEqual([['news/f.html', 'imported']])
    const { id } = await articleOf('有附件')
    const { body: shown } = await request<ArticleDetail>(`${server.url}/api/articles/${id}`)
    expect(shown.blocks.map((block) => (block.type === 'file' ? `${block.name} ${block.bytes}` : block.type))).toEqual([
      'paragraph',
      `会议手册.pdf ${PDF.length}`,
      `报名表.doc ${DOC.length}`,
      'paragraph',
    ])
    const card = shown.blocks.find((block) => block.type === 'file')
    const given = await fetch(`${server.url}${card?.type === 'file' ? card.url : ''}`)
    expect(given.headers.get('content-disposition')).toContain('attachment')
    expect(Buffer.from(await given.arrayBuffer()).equals(PDF)).toBe(true)
  })

  test('a file that is lost, of another kind than it says, or of one that is never kept makes a draft that names it', async () => {
    const before = await uploads()
    const macros = Buffer.from('MZ this is a program')
    const files = new Map([
      ['a.html', page('丢了', '<p>一</p><p><a href="gone.doc">报名表</a></p>')],
      ['b.html', page('不是', '<p>一</p><p><a href="tool.doc">工具</a></p>')],
      ['c.html', page('压缩', '<p>一</p><p><a href="all.rar">全部材料</a></p>')],
      ['tool.doc', macros],
      ['all.rar', Buffer.from('Rar!')],
    ])
    expect(await importEach(server, await zipOf(server, files))).toEqual([
      ['a.html', 'draft', 'attachment_lost'],
      ['b.html', 'draft', 'attachment_refused'],
      ['c.html', 'draft', 'attachment_refused'],
    ])
    expect(await uploads()).toEqual(before)
    // Its words stay, the dead link does not.
    expect((await articleOf('丢了')).body_html).toBe('<p>一</p><p>报名表</p>')
  })

  test('the dry run misses the same files and reads none of them', async () => {
    const folder = join(server.dataFolder, 'dry')
    await toFolder(
      folder,
      new Map([
        ['dry1.html', page('干一', '<p>一</p><img src="gone.png"><p><a href="gone.doc">表</a></p>')],
        ['dry2.html', page('干二', '<p>一</p><img src="here.png"><p><a href="here.pdf">册</a></p>')],
        ['here.png', picture],
        ['here.pdf', PDF],
      ]),
    )
    const source = await openFolder(folder, SAVED)
    const unread = { ...source, file: () => Promise.reject(new Error('a file was read')) }
    const found: unknown[] = []
    for await (const end of inspectAll(await importDeps(server), unread)) {
      found.push([end.state, ...('found' in end ? end.found.doubts.map(({ code }) => code) : [])])
    }
    expect(found).toEqual([['doubtful', 'picture_lost', 'attachment_lost'], ['certain']])
  })

  test('taking over reads each file once, and one that many pages show lies here once', async () => {
    const folder = join(server.dataFolder, 'once')
    await toFolder(
      folder,
      new Map([
        ['once1.html', page('同图一', '<p>一</p><img src="logo.png" alt="会徽"><p><a href="x.pdf">册</a></p>')],
        ['once2.html', page('同图二', '<p>二</p><img src="logo.png"><p><a href="x.pdf">册</a></p>')],
        ['logo.png', picture],
        ['x.pdf', PDF],
      ]),
    )
    const source = await openFolder(folder, SAVED)
    const reads: string[] = []
    const counted = { ...source, file: (address: string) => (reads.push(address), source.file(address)) }
    const before = new Map(await countsOf(server))
    const states: string[] = []
    for await (const { state } of importAll(await importDeps(server), counted, BY_HAND)) states.push(state)
    expect(states).toEqual(['imported', 'imported'])
    expect(reads.map((address) => address.slice(SAVED.length))).toEqual(['logo.png', 'x.pdf', 'logo.png', 'x.pdf'])
    const after = new Map(await countsOf(server))
    expect([(after.get('media') ?? 0) - (before.get('media') ?? 0), after.get('article')]).toEqual([
      1,
      (before.get('article') ?? 0) + 2,
    ])
    const shownIn = async (title: string) => /uploads\/[0-9a-z]{26}\.webp/.exec((await articleOf(title)).body_html)?.[0]
    expect(await shownIn('同图一')).toMatch(/webp$/)
    expect(await shownIn('同图一')).toBe(await shownIn('同图二'))
  })

  test('a page that cannot be written takes no file away that another page shows', async () => {
    const before = await uploads()
    const { store, ...others } = await importDeps(server)
    const source = await zipOf(
      server,
      new Map([
        ['n.html', page('写不成', '<p>一</p><img src="logo.png"><img src="new.png"><p><a href="x.pdf">册</a></p>')],
        ['logo.png', picture],
        ['new.png', await sharp(picture).negate().png().toBuffer()],
        ['x.pdf', PDF],
      ]),
    )
    const broken = { ...store, keep: () => Promise.reject(new Error('the disk is full')) }
    const states: string[] = []
    for await (const { state } of importAll({ ...others, store: broken }, source, BY_HAND)) states.push(state)
    await source.close()
    expect([states, await uploads()]).toEqual([['failed'], before])
  })
})

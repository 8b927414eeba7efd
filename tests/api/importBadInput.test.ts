import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { reasonsOf } from '../../server/features/importing/htmlReport'
import { inspectAll } from '../../server/features/importing/run'
import { archivedPages } from '../../server/features/importing/sources/archivedPages'
import { openFolder } from '../../server/features/importing/sources/folder'
import { SAVED } from '../../server/features/importing/sources/source'
import { ARCHIVE_LIMITS, openArchive } from '../../server/features/importing/sources/zip'
import { oldPage, type OldArticle } from '../../server/features/importing/testing/oldPage'
import { forTerminal } from '../../server/main/importTeller'
import { availableDatabases } from '../support/databases'
import { countsOf, importDeps, importEach, oldArticle, toFolder, toZip, zipOf, type Files } from '../support/oldSite'
import { startTestServer, type TestServer } from '../support/server'
import { renamed, repeated, rewrite } from '../support/zipTricks'

const page = (change: Partial<OldArticle>, declared?: string) =>
  oldPage({ ...oldArticle, ...change }, { encoding: 'gbk', garbling: 'none', ...(declared ? { declared } : {}) })

const whole = page({ title: '整页' })
const half = page({ title: '半页' })

describe.each(availableDatabases)('bad input to the move-in, on %s', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
  })
  afterAll(() => server.stop())

  const uploads = () => readdir(join(server.dataFolder, 'uploads'))
  const zipPath = () => join(server.dataFolder, 'bad.zip')
  /** What the report says of each page, in Chinese. */
  const reported = async (files: Files) => {
    const source = await zipOf(server, files)
    const lines: string[] = []
    for await (const inspected of inspectAll(await importDeps(server), source)) {
      lines.push(`${inspected.source} ${inspected.state}: ${reasonsOf(inspected).join('')}`)
    }
    await source.close()
    return lines
  }

  test.each([
    ['cut off', 'cut', whole.subarray(0, whole.indexOf('class=content') + 40), ['body_end_unclear'], '没有找到页脚'],
    [
      'cut off within a character',
      'half',
      half.subarray(0, half.indexOf(iconv.encode('定于下月', 'gbk')) + 1),
      ['page_cut_off', 'encoding_unreadable', 'body_end_unclear'],
      '无法识别',
    ],
    [
      'of two encodings',
      'two',
      page({ title: '两种', bodyHtml: '<p>一</p>@' }).toString('latin1').replace('@', '<p>乱码乱码</p>'),
      ['encoding_mixed'],
      '多种编码',
    ],
    [
      'of a time to come',
      'later',
      page({ title: '将来', publishedAt: Date.UTC(2039, 0, 1) }),
      ['time_in_future'],
      '将来',
    ],
    ['without a body', 'bare', page({ title: '没有正文', bodyHtml: '' }), ['body_empty'], '没有正文'],
  ])('a page %s is a draft that says why', async (_what, name, content, codes, words) => {
    const bytes =
      typeof content === 'string'
        ? Buffer.concat(
            content
              .split('乱码乱码')
              .map((part, at) =>
                Buffer.concat([at === 0 ? Buffer.alloc(0) : Buffer.from('乱码乱码'), Buffer.from(part, 'latin1')]),
              ),
          )
        : content
    const files = new Map([[`${name}.html`, bytes]])
    expect((await reported(files)).join('\n')).toContain(words)
    expect(await importEach(server, await zipOf(server, files))).toEqual([[`${name}.html`, 'draft', ...codes]])
  })

  test('a page that says a wrong encoding of itself is read by its bytes, and the report tells it', async () => {
    const files = new Map([['wrong.html', page({ title: '自称' }, 'utf-8')]])
    expect(await reported(files)).toEqual([expect.stringMatching(/^wrong\.html certain: 页面自称编码为 utf-8/)])
    expect(await importEach(server, await zipOf(server, files))).toEqual([['wrong.html', 'imported']])
  })

  test('of two pages with one title the second is a draft, in the report as in the run', async () => {
    const files = new Map([
      ['same1.html', page({ title: '同名', bodyHtml: '<p>一</p>' })],
      ['same2.html', page({ title: '同名', bodyHtml: '<p>二</p>' })],
    ])
    expect(await reported(files)).toEqual(['same1.html certain: ', 'same2.html doubtful: 已有同名文章，可能重复。'])
    expect(await importEach(server, await zipOf(server, files))).toEqual([
      ['same1.html', 'imported'],
      ['same2.html', 'draft', 'title_duplicate'],
    ])
  })

  test('a page of 100 MB is not read, from a folder or from an archive; the others are', async () => {
    const folder = join(server.dataFolder, 'large')
    await toFolder(folder, new Map([['fine.html', page({ title: '大的旁边' })]]))
    const huge = await open(join(folder, 'huge.html'), 'w')
    await huge.truncate(100 * 1024 * 1024)
    await huge.close()
    expect(await importEach(server, await openFolder(folder, SAVED))).toEqual([
      ['fine.html', 'imported'],
      ['huge.html', 'failed', 'page_too_large'],
    ])
    await toZip(zipPath(), new Map([['packed.html', randomBytes(512 * 1024)]]))
    await rewrite(zipPath(), (entry) => ({ ...entry, size: 100 * 1024 * 1024 }))
    const ends = await importEach(server, archivedPages(await openArchive(zipPath()), SAVED))
    expect(ends).toEqual([['packed.html', 'failed', 'page_too_large']])
  })

  test('a page of nested marks without end is named, not read; the others are', async () => {
    const tangled = Buffer.from(`<html><body>${'<b>'.repeat(300_000)}`)
    const files = new Map([
      ['a.html', tangled],
      ['b.html', page({ title: '乱的旁边' })],
    ])
    const ends = await importEach(server, await zipOf(server, files))
    expect(ends).toEqual([
      ['a.html', 'failed', 'page_tangled'],
      ['b.html', 'imported'],
    ])
  })

  test('an archive that unpacks to too much is refused: by one entry, by all of them, by entries that share their bytes', async () => {
    await toZip(zipPath(), new Map([['a.html', Buffer.alloc(64 * 1024 * 1024)]]))
    await expect(openArchive(zipPath())).rejects.toThrow('unpack')
    await toZip(zipPath(), new Map(['a', 'b', 'c'].map((name) => [`${name}.html`, whole])))
    await expect(openArchive(zipPath(), { ...ARCHIVE_LIMITS, unpacked: 2.5 * whole.length })).rejects.toThrow('unpack')
    await expect(openArchive(zipPath(), { ...ARCHIVE_LIMITS, entries: 2 })).rejects.toThrow('unpack')
    await toZip(zipPath(), new Map([['a.html', Buffer.from('社工'.repeat(100_000))]]))
    await repeated(zipPath(), 600)
    await expect(openArchive(zipPath())).rejects.toThrow('unpack')
  })

  test('an archive that was cut off, or is none, is refused by name', async () => {
    await toZip(zipPath(), new Map([['a.html', whole]]))
    const file = await open(zipPath(), 'r+')
    await file.truncate(((await file.stat()).size / 2) | 0)
    await file.close()
    await expect(openArchive(zipPath())).rejects.toThrow('cut off or damaged')
    await writeFile(zipPath(), 'PK nothing')
    await expect(openArchive(zipPath())).rejects.toThrow('cut off or damaged')
  })

  test('an entry whose bytes changed, or that lies about its size, fails alone', async () => {
    const noise = Buffer.from(`${whole.toString('latin1')}<!--${'x7'.repeat(50)}-->`, 'latin1')
    const files = new Map([
      ['bad1.html', noise],
      ['bad2.html', noise],
      ['good.html', page({ title: '坏的旁边' })],
    ])
    await toZip(zipPath(), files)
    await rewrite(zipPath(), (entry) =>
      entry.name === 'bad1.html'
        ? { ...entry, checksum: entry.checksum ^ 1 }
        : entry.name === 'bad2.html'
          ? { ...entry, size: 10 }
          : entry,
    )
    expect(await importEach(server, archivedPages(await openArchive(zipPath()), SAVED))).toEqual([
      ['bad1.html', 'failed', 'entry_broken'],
      ['bad2.html', 'failed', 'entry_broken'],
      ['good.html', 'imported'],
    ])
  })

  test('names with tricks are told and never read; the page beside them is taken over', async () => {
    const tricks = [
      '../up.html',
      '/etc/root.html',
      'C:\\win.html',
      '\\\\server\\share.html',
      'a/../../b.html',
      'nul\0.html',
    ]
    await toZip(zipPath(), new Map(tricks.map((_name, at) => [`name${at}.html`, whole])))
    await renamed(zipPath(), new Map(tricks.map((name, at) => [`name${at}.html`, name])))
    const before = [await countsOf(server), await uploads()]
    const source = archivedPages(await openArchive(zipPath()), SAVED)
    expect(await importEach(server, source)).toEqual(tricks.map((name) => [name, 'failed', 'name_refused']))
    expect([await countsOf(server), await uploads()]).toEqual(before)
  })

  test('links and second files of one name within an archive are told and never read', async () => {
    await toZip(zipPath(), new Map(['one.html', 'two.html', 'link.html'].map((name) => [name, page({ title: name })])))
    await renamed(zipPath(), new Map([['two.html', 'one.html']]))
    await rewrite(zipPath(), (entry) => (entry.name === 'link.html' ? { ...entry, mode: 0o120777 } : entry))
    const ends = await importEach(server, archivedPages(await openArchive(zipPath()), SAVED))
    expect(ends.sort()).toEqual([
      ['link.html', 'failed', 'link_refused'],
      ['one.html', 'failed', 'name_twice'],
      ['one.html', 'imported'],
    ])
  })

  test('links within a folder, and folders that cannot be opened, are told; the rest goes on', async () => {
    const folder = join(server.dataFolder, 'links')
    const outside = join(server.dataFolder, 'outside')
    await toFolder(folder, new Map([['z.html', page({ title: '链接旁边' })]]))
    await toFolder(outside, new Map([['secret.html', page({ title: '外面' })]]))
    await symlink(join(outside, 'secret.html'), join(folder, 'a.html'))
    await symlink(outside, join(folder, 'b'))
    await mkdir(join(folder, 'c'))
    await chmod(join(folder, 'c'), 0)
    const ends = await importEach(server, await openFolder(folder, SAVED))
    await rm(join(folder, 'c'), { recursive: true })
    const isRoot = process.getuid?.() === 0
    expect(ends).toEqual([
      ['a.html', 'failed', 'link_refused'],
      ['b', 'failed', 'link_refused'],
      // Nothing is closed to the account that may do everything.
      ...(isRoot ? [] : [['c', 'failed', 'folder_unreadable']]),
      ['z.html', 'imported'],
    ])
  })

  test('a name cannot steer the terminal of who reads the report', () => {
    expect(forTerminal('a\u001b]0;x\u0007\u202egnp.html')).toBe('a\uFFFD]0;x\uFFFD\uFFFDgnp.html')
  })
})

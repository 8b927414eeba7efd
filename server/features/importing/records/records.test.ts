import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import writeSheet from 'write-excel-file/node'
import { openRecords } from '../sources/records'
import { foundInRecord, type ArticleRecord } from './record'
import { readColumnMap } from './table'
import { timeIn } from './times'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'records-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const options = { channels: ['通知公告', '新闻速递'], base: '', now: Date.UTC(2026, 0, 1), organisation: '本会' }
const read = async (name: string, content: Buffer | string, columns = '') => {
  const path = join(folder, name)
  await writeFile(path, content)
  const fetcher = { fetch: () => Promise.resolve(null) }
  const found: (ReturnType<typeof foundInRecord> & { key: string })[] = []
  for await (const page of openRecords(path, { columns: readColumnMap(columns) ?? {}, fetcher }).pages()) {
    if ('record' in page && page.record !== undefined) {
      found.push({ key: page.key, ...foundInRecord(page.record, options) })
    }
  }
  return found
}

const AT = Date.UTC(2017, 9, 27, 2, 54)

test('a table in GBK gives its rows, whatever its heads are called in Chinese', async () => {
  const csv =
    '标题,栏目,发布人,发布时间,浏览次数,正文\r\n"座谈会，通知",通知公告,办公室,2017/10/27 10:54,4092,"第一段\n第二段"\r\n,,,,,\r\n'
  const [first, second] = await read('old.csv', iconv.encode(csv, 'gbk'))
  expect(first).toMatchObject({
    ...{ title: '座谈会，通知', channel: '通知公告', publisher: '办公室', publishedAt: AT, views: 4092, doubts: [] },
    ...{ bodyHtml: '<p>第一段</p><p>第二段</p>', key: 'old.csv#1' },
  })
  expect(second?.doubts.map(({ code }) => code)).toEqual([
    'title_missing',
    'time_missing',
    'channel_unknown',
    'body_empty',
  ])
})

test('a spreadsheet gives its rows by the heads that are told', async () => {
  const text = (value: string) => ({ value, type: String })
  const rows = [
    ['题', '类', '内文', '时间'].map(text),
    [
      text('一'),
      text('新闻速递'),
      text('<p>好<script>x</script></p>'),
      { value: new Date(Date.UTC(2017, 9, 27, 10, 54)), type: Date, format: 'yyyy-mm-dd hh:mm' },
    ],
  ]
  const path = join(folder, 'made.xlsx')
  await writeSheet(rows as never).toFile(path)
  const { readFile } = await import('node:fs/promises')
  const [first] = await read('old.xlsx', await readFile(path), 'title=题,channel=类,body=内文')
  expect(first).toMatchObject({ title: '一', channel: '新闻速递', publishedAt: AT, bodyHtml: '<p>好</p>', doubts: [] })
})

test('a WordPress export gives its posts, not its pictures; what was private there is doubtful', async () => {
  const item = (
    title: string,
    type: string,
    status: string,
  ) => `<item><title>${title}</title><link>http://old.example/?p=7</link>
<dc:creator><![CDATA[小林]]></dc:creator><category domain="category"><![CDATA[新闻速递]]></category>
<content:encoded><![CDATA[<!-- wp:paragraph -->第一段 & 更多\n\n第二段<img src="/a.jpg">]]></content:encoded>
<wp:post_date_gmt>2017-10-27 02:54:00</wp:post_date_gmt><wp:post_type>${type}</wp:post_type><wp:status>${status}</wp:status></item>`
  const wxr = `<?xml version="1.0"?><rss xmlns:wp="w"><channel><title>站</title>${item('一', 'post', 'publish')}${item('图', 'attachment', 'inherit')}${item('密', 'post', 'private')}</channel></rss>`
  const [first, second, ...others] = await read('site.xml', wxr)
  expect(others).toEqual([])
  expect(first).toMatchObject({
    ...{ title: '一', publisher: '小林', channel: '新闻速递', publishedAt: AT, key: 'http://old.example/?p=7' },
    ...{ pictures: ['http://old.example/a.jpg'], doubts: [] },
  })
  expect(first?.bodyHtml).toContain('<p>第一段 &amp; 更多</p><p>第二段</p>')
  expect(second?.doubts.map(({ code }) => code)).toEqual(['not_public'])
})

test('feeds of both kinds give their items', async () => {
  const rss = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>t</title><link>http://o.example/</link><description>d</description><item><title>一</title><link>http://o.example/1</link><category>通知公告</category><pubDate>Fri, 27 Oct 2017 10:54:00 +0800</pubDate><description>短</description><content:encoded><![CDATA[<p>长</p>]]></content:encoded></item></channel></rss>`
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>x</id><updated>2017-10-27T02:54:00Z</updated><entry><title>一</title><id>y</id><link href="http://o.example/1"/><category term="通知公告"/><published>2017-10-27T02:54:00Z</published><updated>2017-10-27T02:54:00Z</updated><content type="html">&lt;p&gt;长&lt;/p&gt;</content></entry></feed>`
  for (const [name, text] of [
    ['a.rss', rss],
    ['b.atom', atom],
  ] as const) {
    const [first] = await read(name, text)
    expect(first).toMatchObject({
      title: '一',
      channel: '通知公告',
      publishedAt: AT,
      bodyHtml: '<p>长</p>',
      doubts: [],
    })
    expect(first?.key).toBe('http://o.example/1')
  }
})

test.each([
  ['2017/10/27 10:54:00', AT],
  ['2017-10-27 10:54', AT],
  ['2017年10月27日 10时54分', AT],
  ['2017-10-27T02:54:00Z', AT],
  ['2017/2/30 10:00', null],
  ['2017/10/27 25:00', null],
  ['昨天', null],
  ['', null],
])('“%s” is read as a time or as none', (text, at) => {
  expect(timeIn(text)).toBe(at)
})

test('a column map that says something else is refused', () => {
  expect(readColumnMap('title=题目, body=内容')).toEqual({ title: '题目', body: '内容' })
  for (const wrong of ['title', 'name=x', 'title=']) expect(readColumnMap(wrong)).toBeNull()
})

test('a record without markup keeps its lines as paragraphs, and its signs as signs', () => {
  const record: ArticleRecord = {
    ...{ address: '', title: '一', publisher: '', publishedAt: AT, views: 0, channels: ['通知公告'], isPublic: true },
    body: '1 < 2\n\n& 3 > 2',
  }
  expect(foundInRecord(record, options).bodyHtml).toBe('<p>1 &lt; 2</p><p>&amp; 3 &gt; 2</p>')
})

import fc from 'fast-check'
import { readPage } from './readPage'
import { garble, oldPage, oldText, type Garbling, type OldArticle, type OldEncoding } from './testing/oldPage'

const CHANNELS = ['通知公告', '新闻速递', '活动预告', '本站公告']
const NOW = Date.UTC(2026, 10, 23)
const read = (bytes: Buffer, base = '') => readPage(bytes, { channels: CHANNELS, base, now: NOW, organisation: '本会' })
const codes = (remarks: { code: string }[]) => remarks.map(({ code }) => code)

const article: OldArticle = {
  title: '关于举办社工实务督导沙龙的通知',
  publisher: '珠海市社会工作协会',
  publishedAt: Date.UTC(2017, 9, 27, 2, 54, 0),
  views: 4092,
  channel: '新闻速递',
  bodyHtml: '<p>各会员单位：</p><p>定于<strong>下月</strong>举办沙龙。</p>',
}
const found = {
  title: article.title,
  publisher: article.publisher,
  publishedAt: article.publishedAt,
  views: 4092,
  channel: '新闻速递',
  doubts: [],
}

test.each(['gbk', 'gb18030', 'utf8'] as const)(
  'a page in %s gives its article and nothing of its frame',
  (encoding) => {
    const page = read(oldPage(article, { encoding, garbling: 'none' }))
    expect(page).toMatchObject({ ...found, bodyHtml: article.bodyHtml, mends: [] })
  },
)

test('a page saved as text, its section garbled and cut, is found whole', () => {
  const paragraphs = ['会议通知如下。', '请于 10 月 27 日前报名，地址：香洲区，电话：0756-0000000。']
  const page = read(oldText({ ...article, paragraphs }, 'gbk-twice-lost'))
  expect(page).toMatchObject(found)
  expect(page.mends).toEqual([{ code: 'channel_repaired', detail: garble('新闻速递', 'gbk-twice-lost') }])
  expect(page.bodyHtml).toBe(paragraphs.map((words) => `<p>${words}</p>`).join(''))
})

test('each section name is known again however it was misread', () => {
  for (const channel of CHANNELS) {
    for (const garbling of ['gbk', 'gbk-twice-lost', 'western'] as const) {
      const page = read(oldPage({ ...article, channel }, { encoding: 'utf8', garbling }))
      expect([channel, garbling, page.channel]).toEqual([channel, garbling, channel])
    }
  }
})

test('what a page says of its encoding does not count against its bytes, and is told', () => {
  const page = read(oldPage(article, { encoding: 'utf8', garbling: 'none', declared: 'gb2312' }))
  expect(page).toMatchObject(found)
  expect(page.mends).toEqual([{ code: 'encoding_declared_wrong', detail: 'gb2312' }])
})

test('a page in two encodings is read, and is doubtful', () => {
  const [head = '', tail = ''] = oldPage(article, { encoding: 'utf8', garbling: 'none' })
    .toString()
    .split('各会员单位：')
  const inGbk = oldPage({ ...article, bodyHtml: '各会员单位：' }, { encoding: 'gbk', garbling: 'none' })
  const at = inGbk.indexOf(Buffer.from('class=content>')) + 'class=content>'.length
  const page = read(Buffer.concat([Buffer.from(head), inGbk.subarray(at, at + 12), Buffer.from(tail)]))
  expect(page.bodyHtml).toContain('各会员单位')
  expect(codes(page.doubts)).toEqual(['encoding_mixed'])
})

test.each([
  ['a time in the future', { publishedAt: Date.UTC(2031, 0, 1) }, 'time_in_future'],
  ['no body', { bodyHtml: '' }, 'body_empty'],
  ['no title', { title: '' }, 'title_missing'],
  ['an unknown section', { channel: '下载中心' }, 'channel_unknown'],
])('a page with %s is doubtful, and says why', (_what, change, code) => {
  expect(codes(read(oldPage({ ...article, ...change }, { encoding: 'gbk', garbling: 'none' })).doubts)).toContain(code)
})

test('a page that was cut off anywhere never passes as whole', () => {
  for (const encoding of ['gbk', 'utf8'] as const) {
    const bytes = oldPage(article, { encoding, garbling: 'none' })
    const end = bytes.indexOf(Buffer.from('CopyRight'))
    for (let length = 0; length < end; length += 7) {
      expect([encoding, length, read(bytes.subarray(0, length)).doubts.length > 0]).toEqual([encoding, length, true])
    }
  }
})

test('pictures and attachments are told with whole addresses; dots of the layout are not', () => {
  const bodyHtml =
    '<p><img src="../upload/a b.jpg" alt="合影"><a href="/files/报名表.doc">报名表</a><img src="dot.gif" width=1 height=1></p>'
  const bytes = oldPage({ ...article, bodyHtml }, { encoding: 'gbk', garbling: 'none' })
  const page = read(bytes, 'http://old.example/news/view.asp?id=7')
  expect(page.pictures).toEqual(['http://old.example/upload/a%20b.jpg'])
  expect(page.attachments).toEqual([
    { href: 'http://old.example/files/%E6%8A%A5%E5%90%8D%E8%A1%A8.doc', name: '报名表.doc' },
  ])
})

/** Words as people write them; what the frame itself says is none of an article's. */
const words = fc
  .string({
    unit: fc.constantFrom(...'珠海社工会员活动通知年月日一二三，。《》“”AB7&<>"\'；龘€😀锟斤拷鏂'),
    minLength: 1,
    maxLength: 40,
  })
  .map((text) => text.trim())
  .filter((text) => text !== '' && !CHANNELS.includes(text))
const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const inline = words.map((text) => escape(text.replace(/"/g, '”')))
const block = fc.oneof(
  inline.map((text) => `<p>${text}</p>`),
  inline.map((text) => `<h2>${text}</h2>`),
  inline.map((text) => `<p style="text-align:center"><strong>${text}</strong></p>`),
  fc
    .array(inline, { minLength: 1, maxLength: 4 })
    .map((items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`),
  fc
    .array(fc.tuple(inline, inline), { minLength: 2, maxLength: 4 })
    .map(
      (rows) => `<table><tbody>${rows.map(([a, b]) => `<tr><td>${a}</td><td>${b}</td></tr>`).join('')}</tbody></table>`,
    ),
)
const anyArticle: fc.Arbitrary<OldArticle> = fc.record({
  title: words,
  publisher: words,
  publishedAt: fc.integer({ min: 1_000_000_000, max: 1_790_000_000 }).map((seconds) => seconds * 1000),
  views: fc.nat(999_999_999),
  channel: fc.constantFrom(...CHANNELS),
  bodyHtml: fc.array(block, { minLength: 1, maxLength: 6 }).map((blocks) => blocks.join('')),
})

test('any article of ours, written as the old site did, in any encoding and garbling, comes back as itself', () => {
  const encodings = fc.constantFrom<OldEncoding>('gbk', 'gb18030', 'utf8')
  // A western reading of GBK can be written in UTF-8 alone.
  const garblings = fc.constantFrom<Garbling>('none', 'gbk', 'gbk-twice-lost')
  fc.assert(
    fc.property(anyArticle, encodings, garblings, (made, encoding, garbling) => {
      const page = read(oldPage(made, { encoding, garbling }))
      const { title, publisher, publishedAt, views, channel, bodyHtml } = page
      expect({ title, publisher, publishedAt, views, channel, bodyHtml }).toEqual(made)
      expect(page.doubts).toEqual([])
    }),
    { numRuns: 150 },
  )
})

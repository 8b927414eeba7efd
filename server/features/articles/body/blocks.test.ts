import { isEmptyBody, summaryOf, toBlocks } from './blocks'
import { sanitiseBody } from './sanitise'

const blocksOf = (html: string) => toBlocks(sanitiseBody(html))

test('words keep their marks and links, and lose the white space of the markup', () => {
  expect(blocksOf('<p>\n  请<strong>务<em>必</em></strong>致电 <a href="tel:110">110</a>。<br>谢谢 </p>')).toEqual([
    {
      type: 'paragraph',
      content: [
        { text: '请' },
        { text: '务', marks: ['bold'] },
        { text: '必', marks: ['bold', 'italic'] },
        { text: '致电 ' },
        { text: '110', href: 'tel:110' },
        { text: '。\n谢谢' },
      ],
    },
  ])
})

test('a list within a list goes deeper', () => {
  expect(blocksOf('<ol><li><p>一</p><ul><li>甲</li></ul></li><li>二</li><li></li></ol>')).toEqual([
    {
      type: 'list',
      ordered: true,
      items: [
        { depth: 0, content: [{ text: '一' }] },
        { depth: 1, content: [{ text: '甲' }] },
        { depth: 0, content: [{ text: '二' }] },
      ],
    },
  ])
})

test('a quote, a table and a line come as they are', () => {
  const html =
    '<blockquote><p>一</p><p>二</p></blockquote><table><tbody><tr><th>项</th><td><p>值</p></td></tr></tbody></table><hr>'
  expect(blocksOf(html)).toEqual([
    { type: 'quote', content: [[{ text: '一' }], [{ text: '二' }]] },
    {
      type: 'table',
      rows: [
        [
          { header: true, content: [{ text: '项' }] },
          { header: false, content: [{ text: '值' }] },
        ],
      ],
    },
    { type: 'divider' },
  ])
})

test('a picture carries its caption and its size', () => {
  const file = `${'a'.repeat(26)}.webp`
  const html = sanitiseBody(`<figure><img src="/uploads/${file}" alt="海"><figcaption>海湾</figcaption></figure>`)
  expect(toBlocks(html, [{ file, width: 1200, height: 675 }])).toEqual([
    { type: 'image', url: `/uploads/${file}`, alt: '海', caption: '海湾', width: 1200, height: 675 },
  ])
})

test('text without any element is a paragraph', () => {
  expect(blocksOf('只有文字')).toEqual([{ type: 'paragraph', content: [{ text: '只有文字' }] }])
})

test.each(['', '<p></p>', '<p> &nbsp;<br></p>', '<ul><li></li></ul>', '<hr>', '<script>x</script>'])(
  '%j shows a reader nothing',
  (html) => {
    expect(isEmptyBody(blocksOf(html))).toBe(true)
  },
)

test('a summary is the first words, whole characters, without headings and tables', () => {
  const html = `<h2>标题</h2><p>第一段。</p><table><tbody><tr><td>格</td></tr></tbody></table><p>${'🌊'.repeat(100)}</p>`
  const summary = summaryOf(blocksOf(html), 20)
  expect(summary).toBe(`第一段。 ${'🌊'.repeat(14)}…`)
})

test.each([
  '<img src="javascript:alert(1)">',
  '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="//evil.example">x</a>',
  '<a href="data:text/html,x">x</a>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<svg><p><style><g title="</style><img src=x onerror=alert(1)>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<form><button formaction=javascript:alert(1)>x</button></form>',
  '<template><script>alert(1)</script></template>',
  '<p onmouseover=alert(1)>x</p>',
])('%s loses what could run', (html) => {
  expect(sanitiseBody(html)).not.toMatch(
    /javascript|<[^>]*\son\w+=|<img|<svg|<script|<style|data:|href="\/\/|formaction|url\(/i,
  )
})

describe('cards', () => {
  const file = 'a'.repeat(26)
  const asideOf = (attributes: Record<string, string | undefined>) =>
    `<p>前</p><aside ${Object.entries(attributes)
      .map(([name, value]) => `${name}="${value}"`)
      .join(' ')}></aside><p>后</p>`
  const between = (attributes: Record<string, string | undefined>) => blocksOf(asideOf(attributes)).slice(1, -1)

  test('a file and a video stand between the paragraphs', () => {
    expect(between({ 'data-file': file, 'data-name': '报名表.docx', 'data-bytes': '2048' })).toEqual([
      { type: 'file', url: `/files/${file}`, name: '报名表.docx', bytes: 2048 },
    ])
    const url = 'https://v.qq.com/x/page/a.html?x=1'
    expect(between({ 'data-video': url, 'data-title': '宣传片', 'data-cover': `/uploads/${file}.webp` })).toEqual([
      { type: 'video', url, title: '宣传片', cover: `/uploads/${file}.webp` },
    ])
  })

  test.each([
    { 'data-file': '../../etc/passwd', 'data-name': 'a.pdf', 'data-bytes': '1' },
    { 'data-file': file, 'data-name': 'a.html', 'data-bytes': '1' },
    { 'data-file': file, 'data-name': 'a.pdf', 'data-bytes': '-1' },
    { 'data-video': 'javascript:alert(1)', 'data-title': '片' },
    { 'data-video': 'http://v.qq.com/a', 'data-title': '片' },
    { 'data-video': 'https://a@evil.example/', 'data-title': '片' },
    { 'data-video': 'https://v.qq.com/a', 'data-title': ' ' },
  ])('%j is no card', (attributes) => {
    expect(between(attributes)).toEqual([])
  })

  test('a cover of another site, handlers and words within go; the card stays', () => {
    const html = `<aside data-video="https://b23.tv/x" data-title="片" data-cover="https://x.example/a.png" onclick="alert(1)"><img src=x onerror=alert(1)>字</aside>`
    expect(sanitiseBody(html)).not.toMatch(/onclick|onerror|x\.example/)
    expect(blocksOf(html)).toEqual([{ type: 'video', url: 'https://b23.tv/x', title: '片' }])
  })

  test('an aside of another page leaves its words', () => {
    expect(blocksOf('<aside>旁注</aside>')).toEqual([{ type: 'paragraph', content: [{ text: '旁注' }] }])
  })
})

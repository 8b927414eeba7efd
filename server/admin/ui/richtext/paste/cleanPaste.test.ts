/** @jest-environment jsdom */
import { cleanPaste } from './cleanPaste'
import { holdPictures } from './pastedPictures'
import { rtfPictures } from './rtfPictures'
import { OFFICIAL_ACCOUNT } from './samples/officialAccount'
import { WORD } from './samples/word'
import { WPS } from './samples/wps'

describe('a text pasted from an office program', () => {
  it('keeps bold, italics and lines that were written as styles', () => {
    expect(cleanPaste('<p><span style="font-weight:700;color:red">重要</span></p>').html).toBe(
      '<p><span><strong>重要</strong></span></p>',
    )
    expect(cleanPaste('<p><span style="font-style:italic;text-decoration:underline">注</span></p>').html).toBe(
      '<p><span><u><em>注</em></u></span></p>',
    )
  })

  it('is not all bold because its wrapper says so and takes it back', () => {
    expect(cleanPaste('<b style="font-weight:normal;" id="docs-internal-guid-1"><p>正文</p></b>').html).toBe(
      '<p>正文</p>',
    )
  })

  it('keeps the place of a signature', () => {
    expect(cleanPaste("<p class=MsoNormal style='text-align:right'>协会</p>").html).toBe(
      '<p class="MsoNormal" align="right">协会</p>',
    )
  })

  it('has its first-level heading one level lower, below the title of the article', () => {
    expect(cleanPaste('<h1 style="font-weight:bold">通知</h1><h6>附</h6>').html).toBe('<h2>通知</h2><h4>附</h4>')
  })

  it('may speak of style="…" in its words', () => {
    expect(cleanPaste('<p>写法：style="a" 与 x &lt; y</p>').html).toContain('style="a"')
  })
})

/** The skeleton that the editor will read: no white space between elements, no attributes but those that say something. */
function skeleton(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const wrapper of page.querySelectorAll('span, font, o\\:p')) wrapper.replaceWith(...wrapper.childNodes)
  for (const box of page.querySelectorAll('section')) box.replaceWith(...box.childNodes)
  for (const element of page.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) if (!['align', 'href'].includes(name)) element.removeAttribute(name)
  }
  return page.body.innerHTML
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/>\s+/g, '>')
    .replace(/\s+</g, '<')
    .trim()
}

describe('whole documents', () => {
  it('of Word have their lists, headings, table and signature, and no empty lines', () => {
    expect(skeleton(cleanPaste(WORD).html)).toBe(
      [
        '<h2>社区义工日安排</h2>',
        '<p>请各小组<b>务必</b>于<strong>十二月五日</strong>前报名，<u>逾期不候</u>.</p>',
        '<h3>一、分工</h3>',
        '<ol><li><p>引导组</p><ul><li><p>门口两人</p></li><li><p>车站一人</p></li></ul></li><li><p>后勤组</p></li></ol>',
        '<p>以上各组请自备雨具。</p>',
        '<p>（一）集合时间为上午九时</p><p>（二）集合地点为协会门口</p>',
        '<table><tbody><tr><td><p><b>组别</b></p></td><td><p><b>人数</b></p></td></tr>',
        '<tr><td><p>引导组</p></td><td><p>3</p></td></tr></tbody></table>',
        '<img><p align="right">珠海市社会工作协会</p>',
      ].join(''),
    )
  })

  it('of WPS too', () => {
    expect(skeleton(cleanPaste(WPS).html)).toBe(
      [
        '<p align="center"><b><strong>关于调整值班的通知</strong></b><b><strong></strong></b></p>',
        '<p>即日起值班安排如下：</p>',
        '<ul><li><p>周一：林社工</p></li><li><p>周二：陈社工</p></li></ul>',
        '<img>',
      ].join(''),
    )
  })

  it('of official accounts lose their boxes, empty lines and scripts, and keep pictures that were not loaded yet', () => {
    const { html } = cleanPaste(OFFICIAL_ACCOUNT)
    expect(html).not.toMatch(/<script|alert\(1\)|mp-style-type/)
    expect(html).toContain('src="https://mmbiz.qpic.cn/sz_mmbiz_jpg/aB3dEfGh/640?wx_fmt=jpeg&amp;from=appmsg"')
    expect(skeleton(html)).toMatch(
      /^<p><strong>冬至敬老活动回顾<\/strong><\/p><p>十二月的珠海.*<\/p><p><strong>下一次活动欢迎您来。<\/strong><\/p>/,
    )
    expect(html.match(/<img/g)).toHaveLength(2)
  })
})

it('a numbered list that was interrupted goes on with the numbers that it had', () => {
  const item = (number: string, words: string) =>
    `<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">${number}</span>${words}</p>`
  const html = cleanPaste(`${item('1.', '甲')}<p>说明</p>${item('2.', '乙')}${item('3.', '丙')}`).html
  expect(skeleton(html)).toBe('<ol><li><p>甲</p></li></ol><p>说明</p><p>2. 乙</p><p>3. 丙</p>')
})

it('a table of a thousand rows is left out and told, the words around it stay', () => {
  const table = `<table>${'<tr><td>格</td></tr>'.repeat(1000)}</table>`
  expect(cleanPaste(`<p>前</p>${table}<p>后</p>`)).toEqual({ html: '<p>前</p><p>后</p>', longTables: [1000] })
})

describe('pictures of a pasted page', () => {
  const RTF =
    '{\\rtf1 {\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn a}{\\sv 1}}}\\picw1\\pngblip\\bliptag-5{\\*\\blipuid 00ff00ff}\n89504e47\n0d0a}}}'
  const held = (html: string, beside: File[] = []) => {
    const taken: { name: string; file?: File | null; origin?: string | null }[] = []
    const clean = cleanPaste(html, (page) => holdPictures(page, (one) => `key${taken.push(one)}`, beside))
    return { html: clean.html, taken }
  }

  it('of the web are fetched, those written out are uploaded, those on a disk are named', () => {
    const { html, taken } = held(
      '<img src="https://a.example/%E6%B5%B7.png?x=1"><img src="data:image/png;base64,AAAA"><img src="file:///C:/t/clip_image001.png"><img src="/uploads/a.webp">',
    )
    expect(taken.map(({ name, origin, file }) => [name, origin, file?.size ?? null])).toEqual([
      ['图片 1，海.png', 'https://a.example/%E6%B5%B7.png?x=1', null],
      ['图片 2', null, 3],
      ['clip_image001.png', null, null],
    ])
    expect(html).toContain('<img src="/uploads/a.webp">')
    expect(html).not.toContain('data:')
  })

  it('of Word come out of the text that Word lays beside', () => {
    const files = rtfPictures(RTF)
    expect(files.map(({ name, size, type }) => [name, size, type])).toEqual([['图片 1.png', 6, 'image/png']])
    expect(held(WORD, files).taken.map(({ file }) => file?.size)).toEqual([6])
  })
})

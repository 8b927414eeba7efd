import type { ArticleDetail, StaffArticle } from '../../shared/contract'
import { seen } from './host/app'
import { openDesk, type Publishing } from './host/publishing'
import { ask } from './host/sandboxPhone'
import { visits } from './host/visits'

const LONG = `${'关于'.repeat(59)}通知`
const BODY = [
  '<h2>报名须知</h2>',
  `<p>${'请带身份证原件。'.repeat(100)}</p>`,
  '<p>详见<a href="https://www.zhuhai.gov.cn/">市政府网站</a>，或致电<a href="tel:0756-2212827">秘书处</a>。</p>',
  '<table><tr><th>日期</th><th>时段</th><th>地点</th><th>人数</th></tr><tr><td>12-01</td><td>上午</td><td>活动室</td><td>20</td></tr></table>',
].join('')

const visit = visits()
let desk: Publishing
let article: StaffArticle

beforeAll(async () => {
  desk = await openDesk(visit.server)
  article = await desk.publish({ title: LONG, bodyHtml: BODY })
})

const address = (id = article.id): string => `/pages/article/index?id=${id}`
const shown = (selector: string): Element | null => visit.app.page().element.querySelector(selector)

async function read(id = article.id): Promise<void> {
  visit.app.launch(address(id))
  await seen(visit.app, () => shown('.paragraph'))
}

/** The article as the server tells it, with something changed on the way. */
async function changed(change: (detail: ArticleDetail) => object): Promise<void> {
  const detail = await ask<ArticleDetail>('GET', `${visit.server.url}/api/articles/${article.id}`)
  visit.app.answerInstead(`/api/articles/${article.id}`, { statusCode: 200, data: change(detail) })
}

it('reads in full: heading, table, links, and how long it takes', async () => {
  await read()
  const { app } = visit
  expect(app.text()).toContain(LONG)
  expect(app.text()).toContain('阅读约需 2 分钟')
  expect(app.text()).toContain('左右滑动查看整张表格')
  expect(shown('.table__cell--header')?.textContent).toBe('日期')
  app.tap('市政府网站')
  await seen(app, () => visit.called('setClipboardData')[0]?.['data'] === 'https://www.zhuhai.gov.cn/')
  await seen(app, () => visit.called('showToast')[0]?.['title'] === '链接已复制，请在浏览器中打开')
  app.tap('秘书处')
  await seen(app, () => visit.called('makePhoneCall')[0]?.['phoneNumber'] === '0756-2212827')
})

it('shows a title of 200 characters whole', async () => {
  const title = '长'.repeat(200)
  await changed((detail) => ({ ...detail, title }))
  await read()
  expect(visit.app.text()).toContain(title)
})

it('tells of a block that it does not know in a line, and draws the others', async () => {
  await changed((detail) => ({ ...detail, blocks: [{ type: 'video', url: '/v.mp4' }, null, ...detail.blocks] }))
  await read()
  expect(visit.app.page().element.querySelectorAll('.unknown')).toHaveLength(2)
  expect(visit.app.text()).toContain('请带身份证原件')
})

it.each([
  ['no blocks', { title: '通知', channel: {} }],
  ['a page of a portal', '<html>请登录无线网络</html>'],
  ['an empty answer', null],
])('meets %s with a way to try again, and reads on when the server is back', async (_name, data) => {
  const { app } = visit
  app.answerInstead('/api/articles/', { statusCode: 200, data })
  app.launch(address())
  await seen(app, () => app.text().includes('文章没有加载成功') || app.text().includes('网络连接不上'))
  app.answerInstead('/api/articles/', null)
  app.tap('重试')
  await seen(app, () => shown('.paragraph'))
})

it('writes ten thousand views as officials do', async () => {
  await changed((detail) => ({ ...detail, views: 12_999 }))
  visit.app.answerInstead('/views', { statusCode: 503, data: {} })
  await read()
  expect(visit.app.text()).toContain('1.2万')
})

it('puts the words of a picture in its place when it does not load, and tries again', async () => {
  const { app } = visit
  const picture = { type: 'image', url: '/uploads/lost.webp', alt: '活动室门口的合影', width: 400, height: 300 }
  await changed((detail) => ({ ...detail, blocks: [...detail.blocks, picture] }))
  await read()
  app.fire('.screen >>> .picture__image', 'error', { errMsg: '404' })
  await seen(app, () => app.text().includes('活动室门口的合影'))
  expect(shown('.picture__image')).toBeNull()
  app.tap('图片没有加载成功，点此重试')
  await seen(app, () => shown('.picture__image'))
})

it('saves a picture to the album, and leads to the setting when that was refused', async () => {
  const { app, phone } = visit
  const picture = { type: 'image', url: '/uploads/a.webp', alt: '合影' }
  await changed((detail) => ({ ...detail, blocks: [...detail.blocks, picture] }))
  phone.ways = {
    downloadFile: () => Promise.resolve({ statusCode: 200, tempFilePath: 'wxfile://tmp/a.webp' }),
    showModal: () => Promise.resolve({ confirm: true }),
  }
  await read()
  app.tap('保存图片')
  await seen(app, () => visit.called('showToast').some(({ title }) => title === '已保存到相册'))
  expect(visit.called('saveImageToPhotosAlbum')[0]).toMatchObject({ filePath: 'wxfile://tmp/a.webp' })

  phone.ways['saveImageToPhotosAlbum'] = () => Promise.reject({ errMsg: 'saveImageToPhotosAlbum:fail auth deny' })
  app.tap('保存图片')
  await seen(app, () => visit.called('openSetting').length === 1)
  expect(visit.called('showModal')[0]).toMatchObject({ title: '没有保存图片的权限' })
})

it('goes away when it is withdrawn while it is open, and is not kept for the next time', async () => {
  const { app } = visit
  const passing = await desk.publish({ title: '临时停水通知' })
  await read(passing.id)
  await seen(app, () => app.underway() === 0)
  await desk.withdraw(passing)
  app.page().instance.onHide?.()
  jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000)
  app.page().instance.onShow?.()
  await seen(app, () => app.text().includes('这篇文章已被撤回'))
  expect(app.text()).toContain('临时停水通知')
  expect(shown('.paragraph')).toBeNull()
  expect([...app.storage.keys()].filter((key) => key.includes(passing.id))).toEqual([])
})

it('asks for what stands around it only after the body, and opens the next one with its title at once', async () => {
  const { app } = visit
  await read()
  expect(visit.requested('/surroundings')).toBe(0)
  app.page().instance.onReachBottom?.()
  await seen(app, () => app.text().includes('下一篇'))
  expect(visit.requested('/surroundings')).toBe(1)
  await seen(app, () => app.underway() === 0)
  const next = shown('.around__title')?.textContent ?? ''
  const release = app.holdAnswers()
  app.tap(next)
  await seen(app, () => app.pages().length === 2 && app.text().includes(next))
  expect(shown('.paragraph')).toBeNull()
  release()
  await seen(app, () => shown('.paragraph') && app.underway() === 0)
})

it('opens from a mini-program code, whose scene is the article', async () => {
  visit.app.launch(`/pages/article/index?scene=${encodeURIComponent(article.id)}`)
  await seen(visit.app, () => visit.app.text().includes(LONG))
})

it('is set larger and stays so', async () => {
  const { app } = visit
  await read()
  app.tap('#text-size')
  await seen(app, () => visit.called('showToast').some(({ title }) => title === '字号：大'))
  visit.restart()
  await read()
  visit.app.tap('#text-size')
  await seen(visit.app, () => visit.called('showToast').some(({ title }) => title === '字号：特大'))
})

it('sends only the new rows when a page is added to a list, up to its end', async () => {
  for (let number = 10; number < 66; number += 1) await desk.publish({ channel: 'site', title: `公告${number}号` })
  const { app } = visit
  const titles = (): string[] => app.text().match(/公告\d\d号/g) ?? []
  const scroll = (): void => void app.page().instance.onReachBottom?.()
  app.launch('/pages/channel/index?slug=site')
  await seen(app, () => titles().length === 20)
  scroll()
  await seen(app, () => titles().length === 40)
  await seen(app, () => app.underway() === 0)
  const before = app.setDataCalls.length
  const shownBefore = titles()
  scroll()
  await seen(app, () => titles().length === 56 && app.text().includes('已经到底了'))
  const sent = JSON.stringify(app.setDataCalls.slice(before))
  for (const title of shownBefore) expect(sent).not.toContain(title)
  expect(sent).toContain(titles().at(-1))
})

describe('on the timeline, in the single page', () => {
  it('reads in full without login, and offers nothing that is refused there', async () => {
    visit.phone.scene = 1154
    await read()
    const { app } = visit
    await seen(app, () => app.underway() === 0)
    expect(app.text()).toContain('请带身份证原件')
    expect(app.text()).toContain('前往小程序')
    for (const word of ['转发给朋友', '生成海报', '保存图片', '收藏到']) expect(app.text()).not.toContain(word)
    app.tap('秘书处')
    app.tap('市政府网站')
    app.page().instance.onReachBottom?.()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(visit.called('makePhoneCall')).toEqual([])
    expect(visit.called('setClipboardData')).toEqual([])
    expect(visit.called('login')).toEqual([])
    expect(visit.requested('/surroundings')).toBe(0)
  })
})

describe('what is kept', () => {
  const kept = (): { article: { id: string } }[] =>
    JSON.parse(String(visit.app.storage.get('favourites') || '[]')) as { article: { id: string } }[]

  it('is there without a network, can be removed, and put back', async () => {
    await read()
    visit.app.tap('收藏')
    await seen(visit.app, () => kept()[0]?.article.id === article.id)
    visit.restart()
    const { app } = visit
    app.setOnline(false)
    app.launch('/pages/favourites/index')
    await seen(app, () => app.text().includes(LONG))
    app.tap('移除')
    await seen(app, () => kept().length === 0 && app.text().includes('还没有收藏'))
    app.tap('撤销')
    await seen(app, () => kept().length === 1 && !app.text().includes('还没有收藏'))
  })

  it('is not said to be kept when the storage is full', async () => {
    const { app } = visit
    await read()
    const keep = app.storage.set.bind(app.storage)
    app.storage.set = (key, value) => {
      if (key === 'favourites') throw new Error('setStorageSync:fail exceed storage max size')
      return keep(key, value)
    }
    app.tap('收藏')
    await seen(app, () => visit.called('showToast').some(({ title }) => String(title).includes('没有收藏成功')))
    expect(app.text()).not.toContain('已收藏')
  })

  it('survives a storage that was spoilt', async () => {
    visit.app.storage.set('favourites', '{"half":')
    visit.app.storage.set('articles:read', '[7,null]')
    await read()
    visit.app.tap('收藏')
    await seen(visit.app, () => kept().length === 1)
  })

  it('goes into WeChat’s own favourites with title and address', async () => {
    await read()
    const { instance } = visit.app.page() as unknown as { instance: { onAddToFavorites?: () => object } }
    expect(instance.onAddToFavorites?.()).toMatchObject({ title: LONG, query: `id=${article.id}` })
  })
})

it('notes what was read, shows it in the list in a word, and forgets it on demand', async () => {
  const { app } = visit
  app.launch('/pages/channel/index?slug=notices')
  await seen(app, () => app.find(LONG))
  expect(app.text()).not.toContain('已读')
  app.tap(LONG)
  await seen(app, () => app.pages().length === 2 && shown('.paragraph'))
  ;(app.page().instance as { onUnload?: () => void }).onUnload?.()
  visit.restart()
  visit.app.launch('/pages/channel/index?slug=notices')
  await seen(visit.app, () => visit.app.text().includes('已读'))
  visit.app.close()
  visit.app.launch('/pages/favourites/index')
  await seen(visit.app, () => visit.app.find('阅读记录'))
  visit.app.tap('阅读记录')
  await seen(visit.app, () => visit.app.text().includes('刚刚读过') || visit.app.text().includes(LONG))
  visit.app.tap('清空阅读记录')
  await seen(visit.app, () => visit.app.text().includes('还没有阅读记录'))
})

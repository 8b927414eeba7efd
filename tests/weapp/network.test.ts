import type { ArticlePage } from '../../shared/contract'
import { seen } from './host/app'
import { openDesk } from './host/publishing'
import { ask } from './host/sandboxPhone'
import { visits } from './host/visits'

/** A network that is slow, busy or gone. */
const visit = visits()
let ids: string[]

beforeAll(async () => {
  const desk = await openDesk(visit.server)
  for (let place = 0; place < 12; place += 1) await desk.publish({ title: `第${place}期志愿者培训` })
  const { items } = await ask<ArticlePage>('GET', `${visit.server.url}/api/channels/notices/articles`)
  ids = items.slice(0, 12).map(({ id }) => id)
})

const detail = (id: string | undefined): string => `/api/articles/${id}`
const askedFor = (id: string | undefined): number =>
  visit.called('request').filter(({ url }) => String(url).endsWith(detail(id))).length

it('says that the network is slow after a few seconds, and stops saying it', async () => {
  const { app } = visit
  const release = app.holdAnswers()
  app.launch('/pages/home/index')
  expect(app.text()).not.toContain('网络较慢')
  await seen(app, () => app.text().includes('网络较慢，仍在加载'))
  release()
  await seen(app, () => app.text().includes('近期活动') && !app.text().includes('网络较慢'))
})

it('asks ten things at once, and never what was left before its turn came', async () => {
  const { app } = visit
  const release = app.holdAnswers()
  for (const id of ids) {
    app.launch(`/pages/article/index?id=${id}`)
    await seen(
      app,
      () => askedFor(id) === 1 || (app.underway() === 10 && app.page().element.querySelector('.skeleton')),
    )
  }
  expect(app.underway()).toBe(10)
  const last = ids.at(-1)
  expect(askedFor(last)).toBe(0)
  app.back()
  // React takes the page away a moment after WeChat did.
  await new Promise((resolve) => setTimeout(resolve, 50))
  release()
  await seen(app, () => askedFor(ids.at(-2)) === 1 && app.underway() === 0)
  expect(askedFor(last)).toBe(0)
  expect(app.busiest()).toBe(10)
})

it('gives up what only a page that was left was waiting for', async () => {
  const { app } = visit
  const aborted = (part: string) => visit.called('abort').filter(({ url }) => String(url).includes(part)).length
  app.launch('/pages/home/index')
  await seen(app, () => app.text().includes('近期活动') && app.underway() === 0)
  for (const [address, part] of [
    [`/pages/article/index?id=${ids[0]}`, detail(ids[0])],
    ['/pages/channel/index?slug=notices', '/channels/notices/articles'],
    [`/pages/search/index?q=${encodeURIComponent('培训')}`, '/api/search?'],
  ] as const) {
    const release = app.holdAnswers()
    app.launch(address)
    await seen(app, () => visit.requested(part) > 0)
    app.back()
    await seen(app, () => aborted(part) > 0)
    release()
  }
  // What was given up is no fault of the list: it is read when the member comes back.
  app.launch('/pages/channel/index?slug=notices')
  await seen(app, () => app.text().includes('期志愿者培训'))
  expect(app.text()).not.toContain('网络连接不上')
})

it('asks once what two pages want at the same moment', async () => {
  const { app } = visit
  const release = app.holdAnswers()
  app.launch(`/pages/article/index?id=${ids[0]}`)
  // Not in the same millisecond, by which the framework tells pages apart.
  await seen(app, () => askedFor(ids[0]) > 0)
  app.launch(`/pages/article/index?id=${ids[0]}`)
  await seen(app, () => app.page().element.querySelector('.skeleton'))
  release()
  await seen(app, () => app.page().element.querySelector('.paragraph') && app.underway() === 0)
  expect(askedFor(ids[0])).toBe(1)
})

it.each([
  [
    'an error of the server',
    { statusCode: 500, data: { error: { code: 'internal', message: '服务出错，请稍后再试。' } } },
  ],
  ['a page of a gateway', { statusCode: 502, data: '<html>Bad Gateway</html>' }],
  ['the login page of a network', { statusCode: 200, data: '<html>login</html>' }],
  ['something else', { statusCode: 200, data: { channels: 7 } }],
  ['nothing', { statusCode: 204, data: '' }],
])('tells of %s in a sentence, and reads again at a tap', async (_what, answer) => {
  const { app } = visit
  app.answerInstead('/api/', answer)
  app.launch('/pages/home/index')
  await seen(app, () => app.text().includes('没有加载成功'))
  app.answerInstead('/api/', null)
  app.tap('重试')
  await seen(app, () => app.text().includes('近期活动') && !app.text().includes('没有加载成功'))
})

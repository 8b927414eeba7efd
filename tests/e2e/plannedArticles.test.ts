import type { Browser, Page } from 'playwright-core'
import type { ArticlePage, StaffArticle } from '../../shared/contract'
import { DAY_MS } from '../../shared/domain/time'
import { articleInput } from '../support/factories'
import { request } from '../support/http'
import { ADMINISTRATOR, asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'
import { until } from '../support/until'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture, type Session } from './support/browser'
import { startProduct, type Product } from './support/product'
import { chooseDate } from './support/staff'

/** What staff plan for an article: when it comes out and goes, and its place among the pinned ones. */
let browser: Browser
let product: Product
let staff: StaffBrowser
let session: Session
let page: Page

const dayIn = (days: number) =>
  new Date(Date.now() + days * DAY_MS).toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' })

async function openAs(viewport: typeof DESKTOP, scheme: 'light' | 'dark' = 'light'): Promise<Session> {
  const opened = await openSession(browser, viewport, scheme)
  const [name = '', value = ''] = (staff.cookie() ?? '').split('=')
  await opened.context.addCookies([{ name, value, url: product.url }])
  return opened
}

async function publish(title: string, pinned = false): Promise<StaffArticle> {
  const { id, version } = await keepDraft(staff, articleInput({ channel: 'site', title, pinned }))
  const json = { version, notice: null }
  return (await staff.call<StaffArticle>('POST', `/api/admin/articles/${id}/publish`, { json })).body
}

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  staff = await asAdministrator(product)
  session = await openAs(DESKTOP)
  ;({ page } = session)
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

afterEach(() => expect(session.faults).toEqual([]))

const dialog = () => page.getByRole('dialog')

test('a moment in the past, or before the publication, is refused at its field; the plan shows in list, editor and calendar', async () => {
  const draft = await keepDraft(staff, articleInput({ channel: 'site', title: '展览开放通知' }))
  await page.goto(`${product.url}/admin/articles/${draft.id}`)
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await dialog().getByText('定时发布', { exact: true }).click()
  await dialog().getByRole('checkbox', { name: '到时自动撤回' }).check()
  await chooseDate(page, '定时发布时间', `${dayIn(-1)} 09:00`)
  await chooseDate(page, '自动撤回时间', `${dayIn(-1)} 18:00`)
  await dialog().getByRole('button', { name: '定时发布' }).last().click()
  await dialog().getByText('设定的时间已经过去，请重新选择。').waitFor()
  await dialog().getByText('撤回时间已经过去，请选择以后的时间。').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await picture(page, 'plan-past')
  await chooseDate(page, '定时发布时间', `${dayIn(2)} 09:00`)
  await chooseDate(page, '自动撤回时间', `${dayIn(1)} 18:00`)
  await dialog().getByRole('button', { name: '定时发布' }).last().click()
  await dialog().getByText('撤回时间必须晚于发布时间。').waitFor()
  await chooseDate(page, '自动撤回时间', `${dayIn(3)} 18:00`)
  await dialog().getByRole('button', { name: '定时发布' }).last().click()
  await page.getByRole('heading', { name: '定时撤回' }).waitFor()
  await page.getByText('自动撤回，届时会员不再能打开它').waitFor()
  await picture(page, 'plan-editor')
  expect(await accessibilityFaults(page)).toEqual([])

  await page.goto(`${product.url}/admin/articles`)
  await page.getByText(`定时 ${dayIn(2).slice(5)} 09:00`).waitFor()
  await page.getByText(`撤回 ${dayIn(3).slice(5)} 18:00`).waitFor()
  await page.goto(`${product.url}/admin/calendar?month=${dayIn(3).slice(0, 7)}`)
  await page.getByRole('link', { name: /定时撤回.*展览开放通知/ }).waitFor()
  await picture(page, 'plan-calendar')
  expect(await accessibilityFaults(page)).toEqual([])
})

test('what is public is set to go, moved, and kept after all', async () => {
  const article = await publish('临时停车安排')
  await page.goto(`${product.url}/admin/articles/${article.id}`)
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '定时撤回' }).click()
  await dialog().getByRole('button', { name: '确定' }).click()
  await dialog().getByText('请填写此项。').waitFor()
  await chooseDate(page, '自动撤回时间', `${dayIn(-2)} 10:00`)
  await dialog().getByText('撤回时间已经过去，请选择以后的时间。').waitFor()
  await chooseDate(page, '自动撤回时间', `${dayIn(5)} 10:00`)
  await dialog().getByRole('button', { name: '确定' }).click()
  await page.getByText(`撤回 ${dayIn(5).slice(5)} 10:00`).waitFor()
  await page.getByRole('button', { name: '更改撤回时间' }).click()
  await chooseDate(page, '自动撤回时间', `${dayIn(6)} 10:00`)
  await dialog().getByRole('button', { name: '确定' }).click()
  await page.getByText(`撤回 ${dayIn(6).slice(5)} 10:00`).waitFor()
  await page.getByRole('button', { name: '取消定时撤回' }).click()
  await page.getByText('已取消定时撤回').waitFor()
  await page.getByRole('heading', { name: '定时撤回' }).waitFor({ state: 'hidden' })
})

const ordered = async () =>
  (await request<ArticlePage>(`${product.url}/api/channels/site/articles?limit=50`)).body.items.flatMap(
    ({ title, pinned }) => (pinned ? [title] : []),
  )

test('pinned ones are put in order by keyboard and by dragging; members see that order', async () => {
  for (const title of ['甲', '乙', '丙', '丁']) await publish(`置顶${title}`, true)
  await page.goto(`${product.url}/admin/articles`)
  await page.getByRole('link', { name: '置顶顺序' }).click()
  const part = page.getByRole('region', { name: '本站公告' })
  const titles = () => part.getByRole('listitem').getByRole('link').allInnerTexts()
  await part.waitFor()
  const begin = await ordered()
  expect(await titles()).toEqual(begin)
  expect(begin.slice(0, 4)).toEqual(['置顶丁', '置顶丙', '置顶乙', '置顶甲'])

  const grip = part.getByRole('button', { name: '移动“置顶甲”' })
  await grip.focus()
  await page.keyboard.press('ArrowUp')
  await page.getByText(/“置顶甲”现在是第 3 个，共 \d 个/).waitFor()
  await page.keyboard.press('Home')
  expect((await titles()).slice(0, 4)).toEqual(['置顶甲', '置顶丁', '置顶丙', '置顶乙'])
  expect(await grip.evaluate((element) => element === document.activeElement)).toBe(true)
  await picture(page, 'pinned-light')
  expect(await accessibilityFaults(page)).toEqual([])
  await part.getByRole('button', { name: '保存顺序' }).focus()
  await page.keyboard.press('Enter')
  await until(ordered, (now) => now[0] === '置顶甲')

  const row = (title: string) => part.getByRole('listitem').filter({ hasText: title })
  await row('置顶乙').dragTo(row('置顶丁'))
  await until(titles, (now) => now[1] === '置顶乙')
  await part.getByRole('button', { name: '下移“置顶甲”' }).click()
  await part.getByRole('button', { name: '保存顺序' }).click()
  expect(await until(ordered, (now) => now[0] === '置顶乙')).toEqual(await titles())

  // a colleague pins another one meanwhile: nothing is overwritten, and the new one is shown
  await page.getByRole('button', { name: '移动“置顶丙”' }).focus()
  await publish('置顶戊', true)
  await page.keyboard.press('Home')
  await part.getByRole('button', { name: '保存顺序' }).click()
  await part.getByText('置顶戊').waitFor()
  expect((await ordered())[0]).toBe('置顶戊')
})

test.each([
  ['dark', DESKTOP],
  ['light', PHONE],
] as const)('the order can be read and changed: %s', async (scheme, viewport) => {
  const other = await openAs(viewport, scheme)
  await other.page.goto(`${product.url}/admin/pinned`)
  await other.page.getByRole('heading', { name: '置顶顺序' }).waitFor()
  await other.page.getByRole('button', { name: '移动“置顶甲”' }).waitFor()
  await picture(other.page, `pinned-${scheme}-${viewport.width}`)
  expect(await accessibilityFaults(other.page)).toEqual([])
  expect(await other.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  expect(other.faults).toEqual([])
  await other.context.close()
})

test('a session that is lost over a half-written article: log in on the spot and go on, nothing lost', async () => {
  await page.goto(`${product.url}/admin/articles/new`)
  await page.getByLabel('栏目').selectOption('site')
  await page.getByLabel('标题').fill('写到一半的公告')
  const text = page.getByRole('textbox', { name: '正文' })
  await text.click()
  await page.keyboard.type('前半段。')
  await session.context.clearCookies()
  await page.keyboard.press('Control+s')
  const again = page.getByRole('dialog', { name: '登录已过期' })
  await again.getByLabel('密码', { exact: true }).fill('not-the-password')
  await again.getByRole('button', { name: '登录' }).click()
  await again.getByRole('alert').waitFor()
  await again.getByLabel('密码', { exact: true }).fill(ADMINISTRATOR.password)
  await again.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(/\/admin\/articles\/[0-9a-z]{26}/)
  await text.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('后半段。')
  await page.keyboard.press('Control+s')
  await page.getByText(/^已保存 \d/).waitFor()
  await page.reload()
  expect((await text.innerText()).trim()).toBe('前半段。后半段。')
})

test('a venue’s point is read from what maps copy; the wrong way round and outside China are noticed', async () => {
  await page.goto(`${product.url}/admin/articles/new`)
  await page.getByLabel('栏目').selectOption('events')
  await page.getByLabel('活动地点').fill('海滨公园')
  const [latitude, longitude] = [page.getByLabel('纬度'), page.getByLabel('经度')]
  const values = async () => [await latitude.inputValue(), await longitude.inputValue()]
  await longitude.fill('https://uri.amap.com/marker?position=113.574500,22.272300&name=x')
  expect(await values()).toEqual(['22.272300', '113.574500'])
  const link = page.getByRole('link', { name: '在地图上核对' })
  expect(decodeURIComponent((await link.getAttribute('href')) ?? '')).toContain('coord:22.2723,113.5745;title:海滨公园')
  await latitude.fill('113.5745，22.2723')
  expect(await values()).toEqual(['22.2723', '113.5745'])
  await page.getByText('粘贴的坐标经度在前，已经对调。').waitFor()
  await latitude.fill('113.5745')
  await longitude.fill('22.2723')
  await page.getByText('经度和纬度好像填反了。').waitFor()
  await picture(page, 'venue-swapped')
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: '对调' }).click()
  expect(await values()).toEqual(['22.2723', '113.5745'])
  await latitude.fill('48.8584,2.2945')
  await page.getByText('这个点不在中国，请核对。').waitFor()
  await latitude.fill('https://j.map.baidu.com/a1/B2c')
  await page.getByText('这个链接里没有经纬度。').waitFor()
})

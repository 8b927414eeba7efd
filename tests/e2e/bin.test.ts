import type { Browser, Page } from 'playwright-core'
import type { StaffArticle } from '../../shared/contract'
import { articleInput } from '../support/factories'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture, type Session } from './support/browser'
import { startProduct, type Product } from './support/product'
import { setUpAdministrator } from './support/staff'

let browser: Browser
let product: Product
let session: Session
let page: Page

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  session = await openSession(browser, DESKTOP)
  page = session.page
  await setUpAdministrator(page, product).catch(() => undefined)
  await page.goto(`${product.url}/admin/articles`)
  await page.getByRole('heading', { name: '文章', exact: true }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const ask = <T>(method: string, path: string, json?: object): Promise<T> =>
  page.evaluate(
    async ([how, where, body]) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(where, { method: how, headers, ...(body === '' ? {} : { body }) })
      return (await answer.json()) as unknown
    },
    [method, path, json === undefined ? '' : JSON.stringify(json)] as const,
  ) as Promise<T>

const draftOf = (title: string) => ask<StaffArticle>('POST', '/api/admin/articles', articleInput({ title }))
const articles = () => page.getByRole('list', { name: '文章列表' })
const bin = () => page.getByRole('list', { name: '回收站中的文章' })

it('an article is deleted from the editor, taken back at once, deleted again and restored from the bin', async () => {
  const draft = await draftOf('台风期间停止办公')
  const json = { version: draft.version, notice: null }
  await ask('POST', `/api/admin/articles/${draft.id}/publish`, json)
  await page.goto(`${product.url}/admin/articles/${draft.id}`)
  const remove = async () => {
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('menuitem', { name: '删除文章' }).click()
    const question = page.getByRole('dialog', { name: '删除《台风期间停止办公》？' })
    await question.waitFor()
    return question
  }
  const question = await remove()
  expect(await question.textContent()).toContain('会员将立即无法打开')
  expect(await question.textContent()).toContain('30 天内可以恢复')
  expect(await accessibilityFaults(page)).toEqual([])
  await picture(page, 'admin-bin-question')
  await question.getByRole('button', { name: '删除' }).click()
  await page.waitForURL(/admin\/articles$/)
  await page.getByText('已移到回收站').waitFor()
  await picture(page, 'admin-bin-undo')
  expect((await page.request.get(`${product.url}/api/articles/${draft.id}`)).status()).toBe(404)
  // the way back is in reach of the keyboard
  const undo = page.getByRole('button', { name: '撤销删除' })
  await undo.focus()
  await page.keyboard.press('Enter')
  await page.getByText('已恢复为草稿').waitFor()
  await articles().getByRole('link', { name: '台风期间停止办公' }).click()
  await page.getByRole('button', { name: '发布', exact: true }).waitFor()
  await (await remove()).getByRole('button', { name: '删除' }).click()
  await page.waitForURL(/admin\/articles$/)
  await articles().getByText('台风期间停止办公').waitFor({ state: 'detached' })

  await page.goto(`${product.url}/admin/articles/${draft.id}`)
  await page.getByRole('heading', { name: '文章在回收站中' }).waitFor()
  await page.getByRole('link', { name: '打开回收站' }).click()
  await bin().getByText('曾经发布').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await picture(page, 'admin-bin-light')
  await page.getByRole('button', { name: '恢复：台风期间停止办公' }).click()
  await page.getByText('已恢复为草稿').first().waitFor()
  await page.getByRole('heading', { name: '回收站是空的' }).waitFor()
})

it('several are ticked and deleted together, and one is removed for good after a question', async () => {
  for (const title of ['旧公告一', '旧公告二', '旧公告三']) await draftOf(title)
  await page.goto(`${product.url}/admin/articles`)
  for (const title of ['旧公告一', '旧公告二', '旧公告三']) {
    const box = page.getByRole('checkbox', { name: `选择：${title}` })
    await box.focus()
    await page.keyboard.press('Space')
  }
  await page.getByText('已选 3 篇').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await picture(page, 'admin-bin-selection')
  await page.getByRole('group', { name: '已选的文章' }).getByRole('button', { name: '删除' }).click()
  await page.getByRole('dialog', { name: '删除这 3 篇文章？' }).getByRole('button', { name: '删除' }).click()
  await page.getByText('3 篇已移到回收站').waitFor()
  await page.getByRole('link', { name: '回收站' }).click()
  await page.getByRole('button', { name: '永久删除：旧公告二' }).click()
  const question = page.getByRole('dialog', { name: '永久删除《旧公告二》？' })
  expect(await question.textContent()).toContain('无法恢复')
  await picture(page, 'admin-bin-purge')
  await question.getByRole('button', { name: '永久删除' }).click()
  await page.getByText('已永久删除').waitFor()
  await page.getByText('共 2 条').waitFor()
  expect(await bin().getByText('旧公告二').count()).toBe(0)
})

it('a colleague deletes what somebody is writing: nothing that was typed is lost', async () => {
  const draft = await draftOf('有人正在写')
  await page.goto(`${product.url}/admin/articles/${draft.id}`)
  await page.getByLabel('标题').fill('写到一半的标题')
  await ask('POST', `/api/admin/articles/${draft.id}/bin`, { version: draft.version })
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.getByText('文章已删除，现在在回收站中').waitFor()
  expect(await page.getByLabel('标题').inputValue()).toBe('写到一半的标题')
  await ask('POST', `/api/admin/bin/${draft.id}/restore`, {})
  expect(session.faults).toEqual([])
})

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  it.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const)('the bin can be seen and heard on a %s', async (device, viewport) => {
    const { page: other, context, faults } = await openSession(browser, viewport, scheme)
    await context.addCookies(await page.context().cookies())
    await other.goto(`${product.url}/admin/bin`)
    await other.getByRole('list', { name: '回收站中的文章' }).waitFor()
    await picture(other, `admin-bin-${device}-${scheme}`)
    expect(await accessibilityFaults(other)).toEqual([])
    expect(
      await other.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0)
    expect(faults).toEqual([])
    await context.close()
  })
})

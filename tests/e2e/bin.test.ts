import type { Page } from 'playwright-core'
import type { StaffArticle } from '../../shared/contract'
import { articleInput } from '../support/factories'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, openSession, PHONE, picture } from './support/browser'
import { askAs, openDesk, type Desk } from './support/desk'

let desk: Desk
let page: Page

beforeAll(async () => {
  desk = await openDesk()
  page = desk.page
})

afterAll(() => desk?.stop())

const ask = <T>(method: string, path: string, json?: object): Promise<T> => askAs<T>(page, method, path, json)

const draftOf = (title: string) => ask<StaffArticle>('POST', '/api/admin/articles', articleInput({ title }))
const articles = () => page.getByRole('list', { name: '文章列表' })
const bin = () => page.getByRole('list', { name: '回收站中的文章' })

it('an article is deleted from the editor, taken back at once, deleted again and restored from the bin', async () => {
  const draft = await draftOf('台风期间停止办公')
  const json = { version: draft.version, notice: null }
  await ask('POST', `/api/admin/articles/${draft.id}/publish`, json)
  await page.goto(`${desk.product.url}/admin/articles/${draft.id}`)
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
  expect((await page.request.get(`${desk.product.url}/api/articles/${draft.id}`)).status()).toBe(404)
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

  await page.goto(`${desk.product.url}/admin/articles/${draft.id}`)
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
  await page.goto(`${desk.product.url}/admin/articles`)
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

it('several are restored together and several removed for good, each after its consequence in words', async () => {
  for (const title of ['旧通知一', '旧通知二', '旧通知三', '旧通知四', '旧通知五', '旧通知六', '旧通知七']) {
    const draft = await draftOf(title)
    let { version } = draft
    if (title === '旧通知七') {
      const json = { version, notice: null }
      version = (await ask<StaffArticle>('POST', `/api/admin/articles/${draft.id}/publish`, json)).version
    }
    await ask('POST', `/api/admin/articles/${draft.id}/bin`, { version })
  }
  await page.goto(`${desk.product.url}/admin/articles`)
  await page.getByRole('heading', { name: '文章', exact: true }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('回收')
  await page.getByRole('option', { name: '回收站' }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/admin\/bin$/)
  const tick = async (title: string) => {
    await page.getByRole('checkbox', { name: `选择：${title}` }).focus()
    await page.keyboard.press('Space')
  }
  const chosen = page.getByRole('group', { name: '已选的文章' })
  for (const title of ['旧通知一', '旧通知七']) await tick(title)
  await chosen.getByText('已选 2 篇').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await picture(page, 'admin-bin-several')
  await chosen.getByRole('button', { name: '恢复' }).click()
  const question = page.getByRole('dialog', { name: '恢复这 2 篇文章？' })
  expect(await question.textContent()).toContain('其中 1 篇曾经发布')
  expect(await question.textContent()).toContain('需要逐篇重新发布')
  await question.getByRole('button', { name: /恢\s*复/ }).click()
  await page.getByText('2 篇已恢复为草稿').waitFor()
  await bin().getByText('旧通知一').waitFor({ state: 'detached' })
  expect(await chosen.count()).toBe(0)

  for (const title of ['旧通知二', '旧通知三', '旧通知四']) await tick(title)
  // one of them is gone already: its fault stops no other
  const { items } = await ask<{ items: StaffArticle[] }>('GET', '/api/admin/bin?limit=50')
  await ask('DELETE', `/api/admin/bin/${items.find(({ title }) => title === '旧通知三')?.id ?? ''}`)
  await chosen.getByRole('button', { name: '永久删除' }).click()
  const last = page.getByRole('dialog', { name: '永久删除这 3 篇文章？' })
  for (const words of ['《旧通知二》', '无法恢复', '附件']) expect(await last.textContent()).toContain(words)
  expect(await accessibilityFaults(page)).toEqual([])
  await picture(page, 'admin-bin-purge-several')
  await last.getByRole('button', { name: '永久删除' }).click()
  await page.getByText('2 篇已永久删除').waitFor()
  await page.getByText(/^《旧通知三》：/).waitFor()
  await bin().getByText('旧通知四').waitFor({ state: 'detached' })
  expect(
    await bin()
      .getByText(/旧通知[五六]/)
      .count(),
  ).toBe(2)
})

it('a colleague deletes what somebody is writing: nothing that was typed is lost', async () => {
  const draft = await draftOf('有人正在写')
  await page.goto(`${desk.product.url}/admin/articles/${draft.id}`)
  await page.getByLabel('标题').fill('写到一半的标题')
  await ask('POST', `/api/admin/articles/${draft.id}/bin`, { version: draft.version })
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.getByText('文章已删除，现在在回收站中').waitFor()
  expect(await page.getByLabel('标题').inputValue()).toBe('写到一半的标题')
  await ask('POST', `/api/admin/bin/${draft.id}/restore`, {})
  expect(desk.session.faults).toEqual([])
})

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  it.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const)('the bin can be seen and heard on a %s', async (device, viewport) => {
    const { page: other, context, faults } = await openSession(desk.browser, viewport, scheme)
    await context.addCookies(await page.context().cookies())
    await other.goto(`${desk.product.url}/admin/bin`)
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

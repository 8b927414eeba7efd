import type { Page } from 'playwright-core'
import type { StaffArticle } from '../../shared/contract'
import { articleInput } from '../support/factories'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, openSession, PHONE, picture } from './support/browser'
import { addColleague, askAs, logIn, openDesk, type Desk } from './support/desk'
import { ADMINISTRATOR } from './support/staff'

let desk: Desk
let editor: Page
let writer: Page

beforeAll(async () => {
  desk = await openDesk()
  editor = desk.page
  const person = { name: '林小雨', role: 'writer', login: 'xiaoyu', password: 'tide-and-harbour-lights' } as const
  const credentials = await addColleague(editor, person)
  writer = (await openSession(desk.browser, DESKTOP)).page
  await logIn(writer, desk.product, credentials)
})

afterAll(() => desk?.stop())

const part = (page: Page) => page.getByRole('region', { name: '审核' })

it('a writer submits, an editor returns it, the writer mends it, and the editor approves and publishes', async () => {
  await writer.goto(`${desk.product.url}/admin/articles/new`)
  await writer.getByLabel('栏目').selectOption('notices')
  await writer.getByLabel('标题').fill('冬季义诊招募义工')
  await writer.locator('.prose').first().click()
  await writer.keyboard.type('请有意参加的同工与办公室联系。')
  // not saved yet: submitting saves it first
  await writer.getByRole('button', { name: '提交审核' }).first().click()
  await writer.getByText('已提交审核').waitFor()
  await part(writer).getByRole('button', { name: '撤回提交' }).waitFor()
  expect(await writer.getByRole('button', { name: '发布', exact: true }).count()).toBe(0)

  await editor.goto(`${desk.product.url}/admin/overview`)
  const card = editor.getByRole('region', { name: /待审核的文章/ })
  await card.waitFor()
  await editor.getByRole('link', { name: /文章.*1 篇待审核/ }).waitFor()
  expect(await accessibilityFaults(editor)).toEqual([])
  await picture(editor, 'admin-review-overview')
  await card.getByRole('link', { name: '冬季义诊招募义工' }).click()
  await part(editor).getByRole('button', { name: '退回' }).click()
  await part(editor).getByText('请写明退回的原因。').waitFor()
  await part(editor).getByLabel('审核留言').fill('请写上联系电话和截止日期。')
  await part(editor).getByRole('button', { name: '退回' }).click()
  await editor.getByText('已退回，撰稿人会看到原因').waitFor()
  expect(await part(editor).getByLabel('审核留言').inputValue()).toBe('')

  await writer.goto(`${desk.product.url}/admin/overview`)
  await writer.getByRole('link', { name: '有 1 篇文章退回给您修改' }).click()
  await writer.getByRole('list', { name: '文章列表' }).getByText('已退回').waitFor()
  await picture(writer, 'admin-review-returned-list')
  await writer.getByRole('link', { name: '冬季义诊招募义工' }).click()
  await part(writer).getByText('请写上联系电话和截止日期。').waitFor()
  expect(await accessibilityFaults(writer)).toEqual([])
  await writer.locator('.prose').first().click()
  await writer.keyboard.press('Control+End')
  await writer.keyboard.type('电话 0756-2222222，12 月 10 日截止。')
  await part(writer).getByLabel('审核留言').fill('已补上，请再看。')
  await part(writer).getByRole('button', { name: '提交审核' }).click()
  await part(writer).getByText('已补上，请再看。').waitFor()

  await editor.goto(`${desk.product.url}/admin/articles?review=submitted`)
  await editor.getByRole('link', { name: '冬季义诊招募义工' }).click()
  await part(editor).getByRole('button', { name: '批准' }).click()
  await part(editor)
    .getByText(new RegExp(`^${ADMINISTRATOR.name} 于 .* 批准$`))
    .waitFor()
  expect(await accessibilityFaults(editor)).toEqual([])
  await part(editor).scrollIntoViewIfNeeded()
  await picture(editor, 'admin-review-light')
  await editor.getByRole('button', { name: '发布', exact: true }).click()
  await editor.getByRole('button', { name: '确认发布' }).click()
  await editor.getByText('已发布').first().waitFor()
  await editor.goto(`${desk.product.url}/admin/overview`)
  await editor.getByRole('heading', { name: '概览' }).waitFor()
  expect(await editor.getByRole('region', { name: /待审核的文章/ }).count()).toBe(0)
})

it('who decides about what somebody has changed meanwhile sees both, and what another decided is shown', async () => {
  const draft = await askAs<StaffArticle>(writer, 'POST', '/api/admin/articles', articleInput({ title: '同时动手' }))
  const json = { version: draft.version, kind: 'submitted' }
  await askAs(writer, 'POST', `/api/admin/articles/${draft.id}/review`, json)
  await editor.goto(`${desk.product.url}/admin/articles/${draft.id}`)
  await part(editor).getByRole('button', { name: '批准' }).waitFor()
  await askAs(writer, 'POST', `/api/admin/articles/${draft.id}/review`, { ...json, kind: 'withdrawn', text: '还要改' })
  await part(editor).getByRole('button', { name: '批准' }).click()
  await editor.getByText('这篇文章的审核状态刚刚有变动，请看过最新情况后再操作。').waitFor()
  await part(editor).getByText('还要改').waitFor()
  await askAs(writer, 'POST', `/api/admin/articles/${draft.id}/review`, json)
  await editor.goto(`${desk.product.url}/admin/articles/${draft.id}`)
  await part(editor).getByRole('button', { name: '批准' }).waitFor()
  const article = articleInput({ title: '改过的标题' })
  await askAs(writer, 'PUT', `/api/admin/articles/${draft.id}`, { version: draft.version, article })
  await part(editor).getByRole('button', { name: '批准' }).click()
  await editor.getByRole('dialog', { name: '文章已被他人保存过' }).waitFor()
})

it('an administrator asks that another looks at it first; the own article is submitted then', async () => {
  await editor.goto(`${desk.product.url}/admin/settings/review`)
  const choice = editor.getByRole('switch', { name: '发布须经他人审核' })
  await choice.focus()
  await editor.keyboard.press('Space')
  await editor.getByText('设置已保存').waitFor()
  expect(await accessibilityFaults(editor)).toEqual([])
  await picture(editor, 'admin-review-settings')
  const own = await askAs<StaffArticle>(editor, 'POST', '/api/admin/articles', articleInput({ title: '主任写的' }))
  await editor.goto(`${desk.product.url}/admin/articles/${own.id}`)
  await editor.getByText('这篇文章最后由您修改，需由其他编辑批准后发布').waitFor()
  expect(await editor.getByRole('button', { name: '发布', exact: true }).count()).toBe(0)
  await editor.getByRole('button', { name: '提交审核' }).first().click()
  await part(editor).getByRole('button', { name: '撤回提交' }).waitFor()
  expect(await part(editor).getByRole('button', { name: '批准' }).count()).toBe(0)
  await askAs(editor, 'PUT', '/api/admin/settings/review', { fourEyes: false })
})

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  it.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const)('the review can be seen and heard on a %s', async (device, viewport) => {
    const { page, context, faults } = await openSession(desk.browser, viewport, scheme)
    await context.addCookies(await editor.context().cookies())
    const { items } = await askAs<{ items: StaffArticle[] }>(editor, 'GET', '/api/admin/articles?review=submitted')
    await page.goto(`${desk.product.url}/admin/articles/${items[0]?.id}`)
    await part(page).waitFor()
    await part(page).scrollIntoViewIfNeeded()
    await picture(page, `admin-review-part-${device}-${scheme}`)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.goto(`${desk.product.url}/admin/articles`)
    await page.getByRole('list', { name: '文章列表' }).waitFor()
    await picture(page, `admin-review-list-${device}-${scheme}`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    )
    expect(faults).toEqual([])
    await context.close()
  })
})

import type { Page } from 'playwright-core'
import type { ArticleRevision, StaffArticle } from '../../shared/contract'
import { articleInput } from '../support/factories'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, openSession, PHONE, picture } from './support/browser'
import { addColleague, askAs, logIn, openDesk, type Desk } from './support/desk'

let desk: Desk
let page: Page

beforeAll(async () => {
  desk = await openDesk()
  page = desk.page
})

afterAll(() => desk?.stop())

const ask = <T>(method: string, path: string, json?: object): Promise<T> => askAs<T>(page, method, path, json)

const FIRST = '<p>沙龙定于星期五下午两点在协会活动室举行，请提前十分钟到场。</p>'
const SECOND = '<p>沙龙改于星期六下午两点在协会活动室举行，请提前十分钟到场，带好身份证。</p>'

async function twoSaves(): Promise<StaffArticle> {
  const { id } = await ask<StaffArticle>(
    'POST',
    '/api/admin/articles',
    articleInput({ title: '督导沙龙', bodyHtml: FIRST }),
  )
  const article = articleInput({ title: '督导沙龙（改期）', bodyHtml: SECOND, summary: '改到星期六。' })
  return ask<StaffArticle>('PUT', `/api/admin/articles/${id}`, { version: 1, article })
}

const dialog = () => page.getByRole('dialog', { name: '历史版本' })

async function openHistory(article: StaffArticle): Promise<void> {
  await page.goto(`${desk.product.url}/admin/articles/${article.id}`)
  await page.getByRole('button', { name: '历史版本' }).click()
  await dialog().getByRole('region').first().waitFor()
}

it('two saves stand side by side with their differences marked, and the earlier one is taken back', async () => {
  const article = await twoSaves()
  await openHistory(article)
  const removed = (await dialog().locator('[aria-label$="的内容"] del').allTextContents()).join('')
  const added = (await dialog().locator('[aria-label$="的内容"] ins').allTextContents()).join('')
  expect(removed).toContain('五')
  expect(added).toContain('带好身份证')
  expect(added).not.toContain('活动室')
  expect(await dialog().getByRole('row', { name: /摘要/ }).textContent()).toContain('改到星期六。')
  expect(await accessibilityFaults(page)).toEqual([])
  await picture(page, 'admin-history-light')

  // what is typed and not saved is put aside, not lost
  await dialog()
    .getByRole('button', { name: 'Close' })
    .or(dialog().getByRole('button', { name: '关闭' }))
    .first()
    .click()
  await page.getByLabel('标题').fill('还没有保存的标题')
  await page.getByRole('button', { name: '历史版本' }).click()
  await dialog().getByRole('button', { name: '恢复较早的版本' }).click()
  const question = page.getByRole('dialog', { name: /恢复到/ })
  expect(await question.textContent()).toContain('尚未保存的修改会留存在本机')
  await question.getByRole('button', { name: /恢\s*复/ }).click()
  await page.getByText('已恢复，并另存为新的一次保存').waitFor()
  expect(await page.getByLabel('标题').inputValue()).toBe('督导沙龙')
  expect(await page.locator('.prose').first().textContent()).toContain('星期五')
  await page.getByRole('heading', { name: '留存的版本' }).waitFor()
  const { items } = await ask<{ items: ArticleRevision[] }>('GET', `/api/admin/articles/${article.id}/revisions`)
  expect(items.map(({ title }) => title)).toEqual(['督导沙龙', '督导沙龙（改期）', '督导沙龙'])
})

it('a restore that somebody was faster than shows both texts', async () => {
  const article = await twoSaves()
  await openHistory(article)
  const json = { version: 2, article: articleInput({ title: '同事的版本' }) }
  await ask('PUT', `/api/admin/articles/${article.id}`, json)
  await dialog().getByRole('button', { name: '恢复较早的版本' }).click()
  await page
    .getByRole('dialog', { name: /恢复到/ })
    .getByRole('button', { name: /恢\s*复/ })
    .click()
  await page.getByRole('dialog', { name: '文章已被他人保存过' }).waitFor()
})

it('a first save whose answer is lost and that is tried again leaves one draft', async () => {
  await page.goto(`${desk.product.url}/admin/articles/new`)
  await page.getByLabel('栏目').selectOption('notices')
  await page.getByLabel('标题').fill('只该有一篇')
  // the request arrives, the answer does not
  await page.route(
    '**/api/admin/articles',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.getByRole('button', { name: '再次保存' }).click()
  await page.getByText(/^已保存/).waitFor()
  const { items } = await ask<{ items: StaffArticle[] }>('GET', '/api/admin/articles?q=只该有一篇')
  expect(items).toHaveLength(1)
})

it('who opens an article that a colleague has open sees who it is, until they leave', async () => {
  const { id } = await twoSaves()
  const person = { name: '陈海生', role: 'editor', login: 'haisheng', password: 'tide-and-harbour-lights' } as const
  const credentials = await addColleague(page, person)
  const colleague = await openSession(desk.browser, DESKTOP)
  await logIn(colleague.page, desk.product, credentials)
  await colleague.page.goto(`${desk.product.url}/admin/articles/${id}`)
  await colleague.page.getByLabel('标题').waitFor()

  await page.goto(`${desk.product.url}/admin/articles/${id}`)
  const banner = page.getByText(/陈海生（\d\d:\d\d 起）正在编辑这篇文章/)
  await banner.waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await picture(page, 'admin-company-light')
  await colleague.context.close()
  await page.goto(`${desk.product.url}/admin/articles`)
  await page.goto(`${desk.product.url}/admin/articles/${id}`)
  await page.getByRole('button', { name: '历史版本' }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(await banner.count()).toBe(0)
})

it.each([
  ['dark', DESKTOP],
  ['dark', PHONE],
] as const)(
  'in the %s look at %o it reads well',
  async (scheme, viewport) => {
    const article = await twoSaves()
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize(viewport)
    await openHistory(article)
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, `admin-history-${scheme}-${viewport.width}`)
    expect(desk.session.faults).toEqual([])
  },
  60_000,
)

import type { Page } from 'playwright-core'
import type { StaffArticle } from '../../shared/contract'
import { articleInput } from '../support/factories'
import { request } from '../support/http'
import { until } from '../support/until'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, openSession, PHONE, picture } from './support/browser'
import { askAs, logIn, openDesk, type Desk } from './support/desk'
import { ADMINISTRATOR } from './support/staff'

let desk: Desk
let page: Page
beforeAll(async () => {
  desk = await openDesk()
  page = desk.page
})
afterAll(() => desk?.stop())

const look = async (where: Page, name: string) => {
  await picture(where, name, true)
  expect(await accessibilityFaults(where)).toEqual([])
  expect(
    await where.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0)
}
const list = () => page.getByRole('list', { name: '备份' })
const row = () => list().getByRole('listitem').first()
const titles = async () => {
  const { items } = await askAs<{ items: { title: string }[] }>(page, 'GET', '/api/admin/articles?limit=50')
  return items.map(({ title }) => title)
}

test('a backup is made, left and found again, checked, and downloaded after the password', async () => {
  await askAs<StaffArticle>(page, 'POST', '/api/admin/articles', articleInput({ title: '备份之前写的文章' }))
  await page.goto(`${desk.product.url}/admin/settings/backups`)
  await page.getByText('每 24 小时自动备份一次').waitFor()
  await page.getByRole('button', { name: '立即备份' }).click()
  await page.goto(`${desk.product.url}/admin/articles`)
  await page.goto(`${desk.product.url}/admin/settings/backups`)
  await row().getByText('已核对').waitFor()
  await page.getByText('备份完成并已核对').waitFor()
  await look(page, 'admin-backups')

  await row().getByRole('button', { name: /核对/ }).click()
  await page.getByText(/核对通过/).waitFor()

  await row().getByRole('button', { name: /下载/ }).click()
  const dialog = page.getByRole('dialog', { name: '下载备份' })
  await dialog.getByLabel('登录密码').fill('不是密码')
  await dialog.getByRole('button', { name: '下载' }).click()
  await dialog.getByText(/密码不正确|密码不对|密码有误|密码错误/).waitFor()
  await dialog.getByLabel('登录密码').fill(ADMINISTRATOR.password)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '下载' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^backup-\d{8}-\d{4}-manual-\w+\.bak$/)
  await dialog.waitFor({ state: 'detached' })
})

test('it is put back after the consequence was read and typed: what came later is gone, what stood then is there', async () => {
  await askAs<StaffArticle>(page, 'POST', '/api/admin/articles', articleInput({ title: '备份之后写的文章' }))
  expect(await titles()).toContain('备份之后写的文章')
  await page.goto(`${desk.product.url}/admin/settings/backups`)
  await row().getByRole('button', { name: /恢复/ }).click()
  const dialog = page.getByRole('dialog', { name: /恢复到/ })
  await dialog.getByText('现有数据会先自动备份').waitFor()
  await look(page, 'admin-backups-restore')
  const yes = dialog.getByRole('button', { name: '停止服务并恢复' })
  await dialog.getByLabel('登录密码').fill(ADMINISTRATOR.password)
  expect(await yes.isDisabled()).toBe(true)
  await dialog.getByLabel('请输入“恢复备份”').fill('恢复备份')
  await yes.click()
  await page.getByText('正在停止服务并恢复').waitFor()

  // It stops, restores and comes again; by then nobody is logged in.
  const cookies = await page.context().cookies()
  const withCookie = () =>
    request(`${desk.product.url}/api/admin/session`, 'GET', {
      headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
    }).then(
      ({ status }) => status,
      () => 0,
    )
  await until(withCookie, (status) => status === 401)

  await logIn(page, desk.product, ADMINISTRATOR)
  const found = await titles()
  expect(found).toContain('备份之前写的文章')
  expect(found).not.toContain('备份之后写的文章')
  await page.goto(`${desk.product.url}/admin/settings/backups`)
  await page.getByText(/已恢复：backup-/).waitFor()
  await list().getByText('恢复前', { exact: true }).waitFor()
  await look(page, 'admin-backups-restored')

  await page.goto(`${desk.product.url}/admin/queue`)
  await page.getByText(/这段时间里发出的通知，系统并不知道/).waitFor()
  await look(page, 'admin-queue-restored')
})

test('a backup is deleted for good after the password; the page reads on a phone and in the dark', async () => {
  await page.goto(`${desk.product.url}/admin/settings/backups`)
  await row().waitFor()
  const before = await list().getByRole('listitem').count()
  await list().getByRole('listitem').last().getByRole('button', { name: /删除/ }).click()
  const dialog = page.getByRole('dialog', { name: '删除备份' })
  await dialog.getByLabel('登录密码').fill(ADMINISTRATOR.password)
  await dialog.getByRole('button', { name: '永久删除' }).click()
  await dialog.waitFor({ state: 'detached' })
  await until(
    () => list().getByRole('listitem').count(),
    (count) => count === before - 1,
  )
  for (const [size, scheme, name] of [
    [PHONE, 'light', 'admin-backups-phone'],
    [DESKTOP, 'dark', 'admin-backups-dark'],
  ] as const) {
    const { page: other, context } = await openSession(desk.browser, size, scheme)
    await logIn(other, desk.product, ADMINISTRATOR)
    await other.goto(`${desk.product.url}/admin/settings/backups`)
    await other.getByRole('list', { name: '备份' }).waitFor()
    await look(other, name)
    await context.close()
  }
})

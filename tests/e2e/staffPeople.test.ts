import type { Browser, Page } from 'playwright-core'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture } from './support/browser'
import { startProduct, type Product } from './support/product'
import { ADMINISTRATOR, setUpAdministrator } from './support/staff'

const PASSWORD = '海边的灯塔今晚也亮着'

let browser: Browser
let product: Product
let admin: Page

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  admin = (await openSession(browser, DESKTOP)).page
  await setUpAdministrator(admin, product)
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const openStaff = async () => {
  await admin.goto(`${product.url}/admin/staff`)
  await admin.getByRole('list', { name: '工作人员名单' }).waitFor()
}

async function inviteAs(name: string, role: string): Promise<string> {
  await openStaff()
  await admin.getByRole('button', { name: '邀请工作人员' }).click()
  const dialog = admin.getByRole('dialog', { name: '邀请工作人员' })
  await dialog.getByLabel('姓名').fill(name)
  await dialog.getByLabel('角色').selectOption({ label: role })
  await dialog.getByRole('button', { name: '生成邀请链接' }).click()
  const address = await dialog.getByLabel('一次性链接').inputValue()
  return address
}

async function choose(page: Page, password: string, button: string): Promise<void> {
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByLabel('确认密码').fill(password)
  await page.getByRole('button', { name: button }).click()
}

async function logIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('button', { name: /^账号：/ }).waitFor()
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('a colleague is invited, joins by the link, rises, and is shut out while writing', async () => {
  const link = await inviteAs('陈立', '撰稿')
  expect(link).toMatch(/\/admin\/join#[\w-]{43}$/)
  await picture(admin, 'admin-staff-link')
  expect(await accessibilityFaults(admin)).toEqual([])
  await admin.keyboard.press('Escape')
  await admin.getByText('等待加入').waitFor()

  const { page, context, faults } = await openSession(browser, DESKTOP)
  await page.goto(link)
  await page.getByText('陈立，您受邀成为撰稿').waitFor()
  await picture(page, 'admin-join')
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByLabel('账号').fill(ADMINISTRATOR.login)
  await choose(page, PASSWORD, '加入')
  await page.getByText('这个账号已被使用，请换一个。').waitFor()
  expect(await page.getByLabel('密码', { exact: true }).inputValue()).toBe(PASSWORD)
  await page.getByLabel('账号').fill('chen.li')
  await page.getByRole('button', { name: '加入' }).click()
  await page.waitForURL(/\/admin\/login/)
  expect(await page.getByLabel('账号').inputValue()).toBe('chen.li')
  await logIn(page, PASSWORD)
  expect(await page.getByRole('link', { name: '人员' }).count()).toBe(0)
  await page.goto(`${product.url}/admin/staff`)
  await page.getByText('仅供管理员使用').waitFor()

  const late = (await openSession(browser, DESKTOP)).page
  await late.goto(link)
  await late.getByRole('heading', { name: '链接已失效' }).waitFor()
  await late.context().close()

  await openStaff()
  await admin.getByLabel('陈立 的角色').selectOption({ label: '编辑' })
  await admin.getByRole('button', { name: '更换角色' }).click()
  await admin.getByText('陈立 现在是编辑').waitFor()
  await page.goto(`${product.url}/admin/articles`)
  await page.waitForURL(/\/admin\/login/)
  await page.getByLabel('账号').fill('chen.li')
  await logIn(page, PASSWORD)

  await page.goto(`${product.url}/admin/articles/new`)
  await page.getByLabel('标题').fill('写到一半的文章')
  await admin.getByRole('button', { name: '陈立：停用' }).click()
  await admin.getByText('对方会立即退出登录').waitFor()
  await admin.getByRole('button', { name: '停用账号' }).click()
  await admin.getByText('已停用', { exact: true }).waitFor()
  const answer = await page.request.get(`${product.url}/api/admin/session`)
  expect(answer.status()).toBe(401)
  expect(await page.getByLabel('标题').inputValue()).toBe('写到一半的文章')
  expect(faults).toEqual([])
  await context.close()
})

test('the last administrator is kept, and told why', async () => {
  await openStaff()
  await admin.getByRole('button', { name: `${ADMINISTRATOR.name}：停用` }).click()
  await admin.getByRole('button', { name: '停用账号' }).click()
  await admin.getByText('这是最后一位管理员').waitFor()
})

test('a forgotten password is chosen anew by a link', async () => {
  const link = await inviteAs('周敏', '编辑')
  const { page, context } = await openSession(browser, PHONE)
  await page.goto(link)
  await page.getByLabel('账号').fill('zhou.min')
  await choose(page, PASSWORD, '加入')
  await page.waitForURL(/\/admin\/login/)
  await openStaff()
  await admin.getByRole('button', { name: '周敏：重置密码' }).click()
  await admin.getByRole('button', { name: '生成重置链接' }).click()
  await page.goto(await admin.getByLabel('一次性链接').inputValue())
  await page.getByRole('heading', { name: '设置新密码' }).waitFor()
  expect(await page.getByLabel('账号').inputValue()).toBe('zhou.min')
  expect(await overflow(page)).toBe(0)
  await choose(page, `${PASSWORD}呢`, '设置新密码')
  await page.waitForURL(/\/admin\/login/)
  await logIn(page, `${PASSWORD}呢`)
  await context.close()
})

test('a password is changed, and a login elsewhere is seen and ended', async () => {
  const elsewhere = (await openSession(browser, DESKTOP)).page
  await elsewhere.goto(`${product.url}/admin/login`)
  await elsewhere.getByLabel('账号').fill(ADMINISTRATOR.login)
  await logIn(elsewhere, ADMINISTRATOR.password)
  await admin.goto(`${product.url}/admin/articles`)
  await admin.getByRole('button', { name: `账号：${ADMINISTRATOR.name}` }).click()
  await admin.getByRole('menuitem', { name: '账号与安全' }).click()
  await admin.getByRole('button', { name: /^退出登录：Chrome/ }).click()
  await admin.getByText('已退出登录').first().waitFor()
  expect((await elsewhere.request.get(`${product.url}/api/admin/session`)).status()).toBe(401)
  await elsewhere.context().close()

  await admin.getByLabel('当前密码').fill('not the password')
  await admin.getByLabel('新密码', { exact: true }).fill(PASSWORD)
  await admin.getByLabel('确认新密码').fill(PASSWORD)
  await admin.getByRole('button', { name: '修改密码' }).click()
  await admin.getByText('当前密码不正确。').waitFor()
  expect(await admin.getByLabel('新密码', { exact: true }).inputValue()).toBe(PASSWORD)
  await admin.getByLabel('当前密码').fill(ADMINISTRATOR.password)
  await admin.getByRole('button', { name: '修改密码' }).click()
  await admin.getByText('密码已修改').waitFor()
})

test('the log tells what was done, is narrowed, and is exported', async () => {
  await openStaff()
  await admin.getByRole('button', { name: '操作日志' }).click()
  await admin.getByText('日志完整').waitFor()
  await admin.getByText('原为 撰稿，改为 编辑').waitFor()
  await admin.getByLabel('操作', { exact: true }).selectOption({ label: '停用账号' })
  await admin.getByText('共 1 条').waitFor()
  expect(await admin.getByRole('list', { name: '操作日志列表' }).innerText()).toContain('陈立')
  const [download] = await Promise.all([
    admin.waitForEvent('download'),
    admin.getByRole('link', { name: '导出 CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^操作日志-\d{4}-\d{2}-\d{2}\.csv$/)
  await admin.getByRole('button', { name: '清除筛选' }).click()
  await admin.getByRole('list', { name: '操作日志列表' }).getByText('创建首位管理员').waitFor()
})

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  test.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const)('staff and account can be seen and heard on a %s', async (device, viewport) => {
    const { page, context, faults } = await openSession(browser, viewport, scheme)
    await context.addCookies(await admin.context().cookies())
    for (const [name, text] of [
      ['staff', '邀请工作人员'],
      ['account', '登录位置'],
      ['audit', '日志完整'],
    ] as const) {
      await page.goto(`${product.url}/admin/${name}`)
      await page.getByText(text).filter({ visible: true }).first().waitFor()
      await page.waitForLoadState('networkidle')
      await picture(page, `admin-${name}-${device}-${scheme}`, true)
      expect(await accessibilityFaults(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
    }
    expect(faults).toEqual([])
    await context.close()
  })
})

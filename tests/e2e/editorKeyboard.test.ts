import type { Browser, Page } from 'playwright-core'
import { until } from '../support/until'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture, type Session } from './support/browser'
import { startProduct, type Product } from './support/product'
import { setUpAdministrator } from './support/staff'

/** Writing by keyboard alone: what the slash inserts, and the toolbar from the text and back. */
let browser: Browser
let product: Product
let session: Session
let page: Page

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  session = await openSession(browser, DESKTOP)
  ;({ page } = session)
  // each text is left as it is
  page.on('dialog', (dialog) => void dialog.accept())
  await setUpAdministrator(page, product).catch(() => undefined)
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

beforeEach(async () => {
  await page.goto(`${product.url}/admin/articles/new`)
  await text().focus()
})
afterEach(() => expect(session.faults).toEqual([]))

const text = () => page.getByRole('textbox', { name: '正文' })
const menu = () => page.getByRole('listbox', { name: '插入' })
const offered = () => menu().getByRole('option').allInnerTexts()
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
/** What a screen reader is told is chosen, while the focus stays in the text. */
const announced = () =>
  text().evaluate((element) => {
    const id = element.getAttribute('aria-activedescendant')
    return id === null ? null : (document.getElementById(id)?.textContent ?? '')
  })
const tags = () => text().evaluate((element) => [...element.children].map(({ tagName }) => tagName))
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
/** The editor takes the focus back with the next frame. */
const backInText = () => until(focused, (name) => name === '正文')

/** Selects the line; the browser tells the editor of it in a task of its own, which a person's fingers never outrun. */
const selectLine = async () => {
  await press('Shift+Home')
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
}

test('a slash offers what can be inserted; letters, Chinese or pinyin narrow it, Enter takes it', async () => {
  await page.keyboard.type('/')
  await menu().waitFor()
  expect(await offered()).toHaveLength(12)
  expect(await announced()).toContain('一级标题')
  await picture(page, 'editor-slash-light')
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.type('bt')
  expect((await offered()).map((words) => words.split('\n')[0])).toEqual(['一级标题', '二级标题', '三级标题'])
  await press('ArrowDown')
  expect(await announced()).toContain('二级标题')
  await press('ArrowUp', 'ArrowUp')
  expect(await announced()).toContain('三级标题')
  await press('Enter')
  await menu().waitFor({ state: 'hidden' })
  expect(await announced()).toBeNull()
  await page.keyboard.type('报名办法')
  await press('Enter')
  await page.keyboard.insertText('/列表')
  expect((await offered()).map((words) => words.split('\n')[0])).toEqual(['项目列表', '编号列表'])
  await press('Tab')
  await page.keyboard.type('带上身份证')
  await press('Enter', 'Enter')
  await page.keyboard.type('/quote')
  await press('Enter')
  await page.keyboard.type('欢迎光临')
  await press('Enter', 'Enter')
  await page.keyboard.type('/biaoge')
  await press('Enter')
  expect(await tags()).toEqual(expect.arrayContaining(['H4', 'UL', 'BLOCKQUOTE']))
  expect(await text().locator('tr').count()).toBe(3)
  expect(await text().innerText()).not.toContain('/')
  // within a table no other one is offered
  await page.keyboard.type('/表格')
  await page.getByText('没有匹配的项目').filter({ visible: true }).last().waitFor()
  expect(await menu().isVisible()).toBe(false)
})

test('Escape leaves the slash as it stands, a word with a slash opens nothing, the Chinese comma of lists does', async () => {
  await page.keyboard.type('/')
  await menu().waitFor()
  await press('Escape')
  await menu().waitFor({ state: 'hidden' })
  await page.keyboard.type('bt')
  await press('Enter')
  await page.keyboard.type('老人和/或家属')
  expect(await menu().count()).toBe(0)
  await press('Enter')
  expect(await tags()).toEqual(['P', 'P', 'P'])
  expect(await text().locator('p').first().innerText()).toBe('/bt')
  await page.keyboard.insertText('、yy')
  await menu().waitFor()
  await press('Enter')
  expect(await tags()).toEqual(expect.arrayContaining(['BLOCKQUOTE']))
})

test('an input method writes behind the slash: its pinyin narrows already, its keys are its own', async () => {
  const input = await session.context.newCDPSession(page)
  await page.keyboard.type('/')
  await menu().waitFor()
  await input.send('Input.imeSetComposition', { text: "biao'ti", selectionStart: 7, selectionEnd: 7 })
  const headings = ['一级标题', '二级标题', '三级标题']
  const names = async () => (await offered()).map((words) => words.split('\n')[0])
  await until(names, (now) => now.join() === headings.join())
  await input.send('Input.insertText', { text: '标题' })
  await until(names, (now) => now.join() === headings.join())
  await press('Enter')
  await page.keyboard.type('办事指南')
  expect(await text().locator('h2').innerText()).toBe('办事指南')
})

test('a picture, a file and a video are asked for by the slash, by keyboard', async () => {
  for (const [typed, accepts] of [
    ['/tp', 'image/png'],
    ['/fj', '.pdf'],
  ] as const) {
    const chooser = page.waitForEvent('filechooser')
    await page.keyboard.type(typed)
    await menu().waitFor()
    await press('Enter')
    expect(await (await chooser).element().getAttribute('accept')).toContain(accepts)
    await text().focus()
  }
  await page.keyboard.type('/video')
  await menu().waitFor()
  await press('Enter')
  await page.getByLabel('视频地址').waitFor()
  await until(
    () => page.evaluate(() => document.activeElement?.tagName),
    (tag) => tag === 'INPUT',
  )
  await page.keyboard.type('https://v.qq.com/x/page/a1.html')
  await press('Tab')
  await page.keyboard.type('协会宣传片')
  await press('Enter')
  await text().getByText('协会宣传片').waitFor()
  await backInText()
  await page.keyboard.type('/video')
  await menu().waitFor()
  await press('Enter')
  await page.getByLabel('视频地址').waitFor()
  await until(
    () => page.evaluate(() => document.activeElement?.tagName),
    (tag) => tag === 'INPUT',
  )
  await press('Escape')
  await page.getByLabel('视频地址').waitFor({ state: 'hidden' })
  await backInText()
})

test('the toolbar is one stop: Alt+F10 goes there, arrows walk it round, Escape comes back to the text', async () => {
  await page.keyboard.type('加粗的词')
  await selectLine()
  await press('Alt+F10')
  const bar = page.getByRole('toolbar', { name: '格式' })
  expect(await bar.locator('[tabindex="0"]').count()).toBe(1)
  await press('Home')
  expect(await focused()).toBe('撤销')
  // redo cannot be used, and is passed over
  await press('ArrowRight')
  expect(await focused()).toBe('段落样式')
  await press('ArrowRight')
  expect(await focused()).toBe('加粗')
  await press('Enter')
  await until(
    () => text().locator('strong').count(),
    (count) => count === 1,
  )
  await backInText()
  await press('Alt+F10')
  // where it was left
  expect(await focused()).toBe('加粗')
  await press('End')
  expect(await focused()).toBe('插入视频链接')
  await press('ArrowRight')
  expect(await focused()).toBe('撤销')
  await press('ArrowLeft', 'Home')
  expect(await focused()).toBe('撤销')
  expect(await accessibilityFaults(page)).toEqual([])
  await press('Escape')
  await backInText()
  await page.keyboard.type('换掉了选中的字')
  expect((await text().innerText()).trim()).toBe('换掉了选中的字')
})

test('what a tool opens closes by Escape, back in the text; the table’s own tools are a second stop', async () => {
  await page.keyboard.type('详见网站')
  await selectLine()
  await press('Alt+F10', 'Home')
  for (let step = 0; step < 20 && (await focused()) !== '链接'; step += 1) await press('ArrowRight')
  await press('Enter')
  await page.getByRole('textbox', { name: '链接地址' }).waitFor()
  await until(focused, (name) => name === '链接地址')
  await press('Escape')
  await page.getByRole('textbox', { name: '链接地址' }).waitFor({ state: 'hidden' })
  await backInText()
  await press('End', 'Enter')
  await page.keyboard.type('/bg')
  await menu().waitFor()
  await press('Enter')
  await page.getByRole('toolbar', { name: '表格' }).waitFor()
  await backInText()
  await press('Alt+F10', 'Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('上方加行')
  await press('ArrowRight', 'Enter')
  await until(
    () => text().locator('tr').count(),
    (count) => count === 4,
  )
  await backInText()
  await press('Alt+F10', 'Tab', 'Escape')
  await backInText()
})

test.each([
  ['dark', DESKTOP],
  ['light', PHONE],
] as const)('the menu is readable: %s', async (scheme, viewport) => {
  const other = await openSession(browser, viewport, scheme)
  await other.context.addCookies(await session.context.cookies())
  await other.page.goto(`${product.url}/admin/articles/new`)
  await other.page.getByRole('textbox', { name: '正文' }).click()
  await other.page.keyboard.type('/')
  const list = other.page.getByRole('listbox', { name: '插入' })
  await list.waitFor()
  const box = await list.boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(0)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(viewport.width)
  await picture(other.page, `editor-slash-${scheme}-${viewport.width}`)
  expect(await accessibilityFaults(other.page)).toEqual([])
  expect(other.faults).toEqual([])
  await other.context.close()
})

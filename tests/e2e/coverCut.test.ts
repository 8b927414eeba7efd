import type { Locator, Page, Response } from 'playwright-core'
import sharp from 'sharp'
import type { ArticleDetail, Media, StaffArticle } from '../../shared/contract'
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

const cover = () => page.getByRole('group', { name: '封面图片' })
const dialog = () => page.getByRole('dialog', { name: '裁剪封面' })
const slider = (name: string) => dialog().getByRole('slider', { name, exact: true })
const at = (place: Locator) => place.getAttribute('aria-valuetext')

/** A lighthouse at the right end of a wide sea. */
const lighthouse = (): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="800">
        <rect width="1600" height="800" fill="#9fc8d6"/><rect y="520" width="1600" height="280" fill="#2a6f86"/>
        <path d="M1300 640 L1330 220 H1390 L1420 640 Z" fill="#f4f1ea"/>
        <rect x="1322" y="320" width="76" height="60" fill="#b8372e"/><rect x="1312" y="470" width="96" height="60" fill="#b8372e"/>
        <rect x="1335" y="170" width="50" height="50" fill="#f6d365"/><path d="M1325 170 H1395 L1360 120 Z" fill="#b8372e"/>
      </svg>`,
    ),
  )
    .jpeg()
    .toBuffer()

async function openWithCover(on = page): Promise<void> {
  await on.goto(`${desk.product.url}/admin/articles/new`)
  await on.getByLabel('标题').fill('灯塔下的秋游')
  await on.getByLabel('栏目').selectOption('notices')
  const file = { name: '秋游封面.jpg', mimeType: 'image/jpeg', buffer: await lighthouse() }
  await on.getByLabel('选择封面图片').setInputFiles(file)
  await on.getByAltText('当前封面').waitFor()
  await on.getByRole('button', { name: '裁剪与焦点' }).click()
  await on.getByRole('slider', { name: '焦点', exact: true }).waitFor()
}

const isSave = (answer: Response): boolean =>
  answer.request().method() !== 'GET' && /\/api\/admin\/articles(?:\/[0-9a-z]{26})?$/.test(answer.url())

async function saved(): Promise<StaffArticle> {
  const answer = page.waitForResponse(isSave)
  await page.keyboard.press('Control+s')
  const article = (await (await answer).json()) as StaffArticle
  await page.waitForURL(new RegExp(`articles/${article.id}$`))
  await page.getByText(/^已保存 /).waitFor()
  return article
}

it('a press on what matters and a dragged corner cut the cover; members, their lists and link cards get that', async () => {
  await openWithCover()
  // the frame is as large as the picture at first; a hover waits until the dialog stands still
  await slider('裁剪框').hover()
  const frame = await dialog().getByAltText('要裁剪的图片').boundingBox()
  if (frame === null) throw new Error('the picture is not shown')
  await page.mouse.click(frame.x + frame.width * 0.85, frame.y + frame.height * 0.4)
  expect(await at(slider('焦点'))).toMatch(/^横 8[45]%，纵 (?:39|40)%$/)
  // the lower left corner, to leave out much of the sea
  await slider('左下角').hover()
  await page.mouse.down()
  await page.mouse.move(frame.x + frame.width * 0.3, frame.y + frame.height * 0.9, { steps: 5 })
  await page.mouse.move(frame.x + frame.width * 0.5, frame.y + frame.height * 0.9)
  await page.mouse.up()
  expect(await at(slider('左下角'))).toMatch(/^横 (?:49|50|51)%，纵 (?:89|90|91)%$/)
  await dialog()
    .getByText(/裁剪后 (?:79\d|80\d|81\d) × 7[12]\d 像素/)
    .waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await picture(page, 'admin-crop-light')
  await dialog().getByRole('button', { name: '使用' }).click()
  await cover().getByText('已裁剪，原图保留在图片库。').waitFor()
  await picture(page, 'admin-crop-field')

  await page.locator('.prose').first().click()
  await page.keyboard.type('周六上午九点在码头集合。')
  const article = await saved()
  const of = article.cover?.cut?.of ?? ''
  expect(article.cover).toMatchObject({ cut: { of }, focus: { y: expect.any(Number) as number } })
  const json = { version: article.version, notice: null }
  await askAs(page, 'POST', `/api/admin/articles/${article.id}/publish`, json)
  const read = await askAs<ArticleDetail>(page, 'GET', `/api/articles/${article.id}`)
  expect(read.cover?.url).toBe(article.cover?.url)
  const small = await page.request.get(desk.product.url + (read.cover?.small ?? ''))
  const { width = 1, height = 1 } = await sharp(await small.body()).metadata()
  expect(width / height).toBeCloseTo(4 / 3, 1)
  const original = await askAs<Media>(page, 'GET', `/api/admin/media/${of}`)
  expect([original.width, original.height]).toEqual([1600, 800])

  const open = await page.request.get(`${desk.product.url}/articles/${article.id}`)
  expect(await open.text()).toContain(`${read.cover?.card ?? 'none'}"`)
  const member = await openSession(desk.browser, PHONE)
  await member.page.goto(`${desk.product.url}/pages/channel/index?slug=notices`)
  const shown = member.page.locator(`img[src*="${read.cover?.small ?? 'none'}"]`)
  await shown.first().waitFor()
  await picture(member.page, 'member-list-cut-cover')
  await member.context.close()
})

it('by keys alone: the focus, a corner and the frame move; each step is taken back, and all at once', async () => {
  await openWithCover()
  await slider('焦点').focus()
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowUp')
  expect(await at(slider('焦点'))).toBe('横 65%，纵 49%')
  await slider('右下角').focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+ArrowUp')
  expect(await at(slider('右下角'))).toBe('横 95%，纵 95%')
  await slider('裁剪框').focus()
  await page.keyboard.press('ArrowRight')
  expect(await at(slider('裁剪框'))).toBe('横 1%，纵 0%')
  expect(await at(slider('焦点'))).toBe('横 66%，纵 49%')

  const undo = dialog().getByRole('button', { name: '撤销一步' })
  await undo.click()
  expect(await at(slider('裁剪框'))).toBe('横 0%，纵 0%')
  await undo.click()
  expect(await at(slider('右下角'))).toBe('横 95%，纵 100%')
  await dialog().getByText('1∶1').click()
  await dialog().getByText('裁剪后 800 × 800 像素').waitFor()
  await dialog().getByRole('button', { name: '恢复原图' }).click()
  await dialog().getByText('裁剪后 1600 × 800 像素').waitFor()
  expect(await at(slider('焦点'))).toBe('横 50%，纵 50%')
  await undo.click()
  await dialog().getByText('裁剪后 800 × 800 像素').waitFor()
  await dialog().getByRole('button', { name: '使用' }).click()
  await cover().getByText('已裁剪，原图保留在图片库。').waitFor()
  const first = await saved()

  // later: it opens as it was cut, and goes back to the picture as it came
  await page.goto(`${desk.product.url}/admin/articles/${first.id}`)
  await cover().getByRole('button', { name: '裁剪与焦点' }).click()
  await dialog().getByText('裁剪后 800 × 800 像素').waitFor()
  await dialog().getByRole('button', { name: '恢复原图' }).click()
  await dialog().getByRole('button', { name: '使用' }).click()
  await dialog().waitFor({ state: 'hidden' })
  const back = await saved()
  expect([back.cover?.id, back.cover?.cut]).toEqual([first.cover?.cut?.of, undefined])
  expect(desk.session.faults).toEqual([])
})

it('the library shows one picture, however often it was cut, and names who shows a cut of it', async () => {
  await page.goto(`${desk.product.url}/admin/media?q=秋游封面`)
  await page.getByText('共 2 条').waitFor()
  await page
    .getByRole('button', { name: /^查看.*秋游封面.jpg/ })
    .last()
    .click()
  const detail = page.getByRole('dialog', { name: '图片详情' })
  await detail.getByRole('link', { name: '灯塔下的秋游' }).waitFor()
  await detail.getByText('封面', { exact: true }).waitFor()
  expect(await detail.getByRole('button', { name: '删除图片' }).count()).toBe(0)
})

it.each([
  ['dark', DESKTOP, 'desktop'],
  ['light', PHONE, 'phone'],
  ['dark', PHONE, 'phone'],
] as const)('in the %s look the crop fits its screen and axe finds nothing', async (scheme, viewport, device) => {
  const other = await openSession(desk.browser, viewport, scheme)
  await other.context.addCookies(await page.context().cookies())
  const { items } = await askAs<{ items: StaffArticle[] }>(page, 'GET', '/api/admin/articles?q=灯塔')
  await other.page.goto(`${desk.product.url}/admin/articles/${items[0]?.id ?? ''}`)
  const crop = other.page.getByRole('button', { name: '裁剪与焦点' })
  await crop.scrollIntoViewIfNeeded()
  await crop.click()
  await other.page.getByRole('slider', { name: '焦点', exact: true }).waitFor()
  await picture(other.page, `admin-crop-${device}-${scheme}`)
  expect(await accessibilityFaults(other.page)).toEqual([])
  expect(await other.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
    0,
  )
  expect(other.faults).toEqual([])
  await other.context.close()
})

import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, PHONE, picture, type Session } from './support/browser'
import { startProduct, type Product } from './support/product'
import { setUpAdministrator } from './support/staff'

let browser: Browser
let product: Product
let session: Session
let page: Page

const photo = (width: number, height: number, hue: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: hue, g: 130, b: 140 } } })
    .jpeg()
    .toBuffer()

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  session = await openSession(browser, DESKTOP)
  ;({ page } = session)
  await setUpAdministrator(page, product).catch(() => undefined)
  await page.goto(`${product.url}/admin/media`)
  await page.getByRole('heading', { name: '图片库' }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const cells = () => page.getByRole('list', { name: '图片列表' }).getByRole('button')

test('twenty photos chosen at once, one of them broken: nineteen are in the library, the broken one is told by name', async () => {
  const files = await Promise.all(
    Array.from({ length: 20 }, async (_, number) => {
      const buffer = await photo(1200, 800, 10 * number)
      const isBroken = number === 12
      return {
        name: isBroken ? '坏照片.jpg' : `义工活动${number}.jpg`,
        mimeType: 'image/jpeg',
        buffer: isBroken ? buffer.subarray(0, 400) : buffer,
      }
    }),
  )
  await page.getByLabel('选择要上传的图片').setInputFiles(files)
  await page.getByText('已保存 19 张，1 张未能保存').waitFor()
  expect(await page.getByRole('list', { name: '未能保存的图片' }).innerText()).toBe(
    '坏照片.jpg：图片已损坏或不完整，无法读取。',
  )
  await picture(page, 'media-uploaded-light')
  await page.getByRole('button', { name: '关闭' }).click()
  await page.getByLabel('搜索图片').fill('义工活动')
  await page.keyboard.press('Enter')
  await page.getByText('共 19 条').waitFor()
  expect(await cells().count()).toBe(19)
  const shown = await cells().first().locator('img').getAttribute('src')
  expect(shown).toMatch(/\.thumbnail\.webp$/)
})

test('a file that is no picture is refused in words, by its name', async () => {
  await page.getByLabel('选择要上传的图片').setInputFiles({
    name: '名单.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4'),
  })
  await page.getByText('名单.pdf：仅支持 JPEG、PNG、WebP、GIF 图片。').waitFor()
})

test('a screenshot that is pasted and a photo that is dropped are uploaded', async () => {
  await page.evaluate(
    async ([kind, bytes]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(bytes as number[])], `${String(kind)}.png`, { type: 'image/png' }))
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true }))
    },
    [
      '粘贴的截图',
      [
        ...(await sharp(await photo(300, 200, 90))
          .png()
          .toBuffer()),
      ],
    ] as const,
  )
  await page.getByText('已保存 1 张图片').waitFor()
  const transfer = await page.evaluateHandle(
    (bytes) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(bytes)], '拖来的照片.jpg', { type: 'image/jpeg' }))
      return data
    },
    [...(await photo(300, 300, 200))],
  )
  await page.locator('main').getByRole('heading', { name: '图片库' }).dispatchEvent('drop', { dataTransfer: transfer })
  await page.getByLabel('搜索图片').fill('')
  await page.getByRole('button', { name: /^查看.*拖来的照片.jpg/ }).waitFor()
  await page.getByRole('button', { name: /^查看.*粘贴的截图.png/ }).waitFor()
})

test('alternative text is written once and searched; a picture from the library becomes cover and part of the text', async () => {
  await page.getByRole('button', { name: /^查看.*拖来的照片.jpg/ }).click()
  const detail = page.getByRole('dialog', { name: '图片详情' })
  await detail.getByText('还没有文章使用这张图片。').waitFor()
  await detail.getByLabel('文字说明').fill('秋日的情侣路海滨')
  await detail.getByRole('button', { name: '保存文字说明' }).click()
  await page.getByText('文字说明已保存').waitFor()
  await page.keyboard.press('Escape')
  await detail.waitFor({ state: 'hidden' })

  await page.goto(`${product.url}/admin/articles/new`)
  await page.getByLabel('标题').fill('海滨清洁日小记')
  await page.getByLabel('栏目').selectOption('notices')
  await page.getByRole('group', { name: '封面图片' }).getByRole('button', { name: '从图片库选择' }).click()
  const picker = page.getByRole('dialog', { name: '从图片库选择' })
  await picker.getByLabel('搜索图片').fill('情侣路')
  await page.keyboard.press('Enter')
  await picker.getByRole('button', { name: /^选用.*秋日的情侣路海滨/ }).waitFor()
  await picture(page, 'media-picker-light')
  expect(await accessibilityFaults(page)).toEqual([])
  await picker.getByRole('button', { name: /^选用.*秋日的情侣路海滨/ }).click()
  await page.getByAltText('当前封面').waitFor()

  await page.getByRole('toolbar', { name: '格式' }).getByRole('button', { name: '从图片库选择' }).click()
  await picker.getByRole('button', { name: /^选用.*秋日的情侣路海滨/ }).click()
  await page.locator('.ProseMirror img[alt="秋日的情侣路海滨"]').waitFor()
  await page.keyboard.press('Control+s')
  await page.getByText(/^已保存 /).waitFor()
})

test('who uses a picture is told, and only an unused one can be deleted', async () => {
  await page.goto(`${product.url}/admin/media?q=情侣路`)
  await page.getByRole('button', { name: /^查看.*秋日的情侣路海滨/ }).click()
  const detail = page.getByRole('dialog', { name: '图片详情' })
  await detail.getByRole('link', { name: '海滨清洁日小记' }).waitFor()
  await detail.getByText('封面、正文').waitFor()
  expect(await detail.getByRole('button', { name: '删除图片' }).count()).toBe(0)
  await picture(page, 'media-detail-light')
  expect(await accessibilityFaults(page)).toEqual([])

  await page.goto(`${product.url}/admin/media?q=粘贴的截图`)
  await page.getByRole('button', { name: /^查看.*粘贴的截图.png/ }).click()
  await detail.getByRole('button', { name: '删除图片' }).click()
  await page.getByText('删除后无法恢复').waitFor()
  await page.getByRole('dialog', { name: '删除这张图片？' }).getByRole('button', { name: '删除' }).click()
  await page.getByText('没有符合条件的图片').waitFor()
})

test.each([
  ['light', DESKTOP, 'desktop'],
  ['dark', DESKTOP, 'desktop'],
  ['light', PHONE, 'phone'],
  ['dark', PHONE, 'phone'],
] as const)('the library in the %s look fits its screen and axe finds nothing', async (scheme, viewport, name) => {
  const other = await openSession(browser, viewport, scheme)
  await other.context.addCookies(await session.context.cookies())
  await other.page.goto(`${product.url}/admin/media`)
  await other.page.getByRole('list', { name: '图片列表' }).waitFor()
  await picture(other.page, `media-${name}-${scheme}`)
  expect(await accessibilityFaults(other.page)).toEqual([])
  expect(await other.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
    0,
  )
  expect(other.faults).toEqual([])
  await other.context.close()
})

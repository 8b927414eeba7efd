import { readdir } from 'node:fs/promises'
import type { Page, Request } from 'playwright-core'
import sharp from 'sharp'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, openSession, PHONE, picture, type Session } from './support/browser'
import { openDesk, type Desk } from './support/desk'
import type { Product } from './support/product'

let desk: Desk
let product: Product
let session: Session
let page: Page

const photo = (width: number, height: number, hue: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: hue, g: 130, b: 140 } } })
    .jpeg()
    .toBuffer()

beforeAll(async () => {
  desk = await openDesk()
  ;({ product, session, page } = desk)
  await page.goto(`${product.url}/admin/media`)
  await page.getByRole('heading', { name: '图片库' }).waitFor()
})

afterAll(() => desk?.stop())

/** What lies where pictures are kept. */
const lying = () => readdir(product.uploadsFolder).then((names) => names.sort())

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
  const before = await lying()
  await page.getByLabel('选择要上传的图片').setInputFiles(files)
  await page.getByText('已保存 19 张，1 张未能保存').waitFor()
  expect(await page.getByRole('list', { name: '未能保存的图片' }).innerText()).toBe(
    '坏照片.jpg：图片已损坏或不完整，无法读取。',
  )
  // each with its two smaller ones, and nothing of the broken one
  expect((await lying()).length - before.length).toBe(19 * 3)
  await picture(page, 'media-uploaded-light')
  await page.getByRole('button', { name: '关闭' }).click()
  await page.getByLabel('搜索图片').fill('义工活动')
  await page.keyboard.press('Enter')
  await page.getByText('共 19 条').waitFor()
  expect(await cells().count()).toBe(19)
  const shown = await cells().first().locator('img').getAttribute('src')
  expect(shown).toMatch(/\.thumbnail\.webp$/)
})

describe('what is no picture of ours is refused in words at its name, and leaves nothing behind', () => {
  let before: string[]
  let sent: number
  beforeEach(async () => {
    before = await lying()
    sent = 0
    page.on('request', count)
  })
  afterEach(async () => {
    page.off('request', count)
    expect(await lying()).toEqual(before)
  })
  const count = (request: Request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/admin/media')) sent += 1
  }
  const choose = (...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
    page.getByLabel('选择要上传的图片').setInputFiles(files)
  const told = (name: string) => page.getByRole('list', { name: '未能保存的图片' }).getByText(name)

  const ONLY = '仅支持 JPEG、PNG、WebP、GIF 图片。'
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(400)])

  // Told from the name and the kind, before a byte of it is sent.
  test.each([
    ['a paper', '名单.pdf', 'application/pdf', Buffer.from('%PDF-1.4'), ONLY],
    ['a drawing with a script', '图标.svg', 'image/svg+xml', Buffer.from(svg), ONLY],
    ['a photo of an iPhone', 'IMG_0001.HEIC', 'image/heic', heic, 'HEIC 格式的照片'],
    ['fifty megabytes', '全景.jpg', 'image/jpeg', Buffer.alloc(49 * 1024 * 1024), '文件不能超过 20 MB。'],
  ])('%s, not even sent', async (_what, name, mimeType, buffer, words) => {
    await choose({ name, mimeType, buffer })
    await told(`${name}：`).filter({ hasText: words }).waitFor()
    await page.getByText('已保存 0 张，1 张未能保存').waitFor()
    expect(sent).toBe(0)
  })

  // Told by the server, which looks into the file.
  test.each([
    ['a program that is called a picture', '红包.png', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4096)]), ONLY],
    ['a drawing that is called a picture', '徽标.png', Buffer.from(svg), ONLY],
    ['a photo of an iPhone that is called another', 'IMG_0002.jpg', heic, 'HEIC 格式的照片'],
    ['nothing', '空的.jpg', Buffer.alloc(0), ONLY],
  ])('%s', async (_what, name, buffer, words) => {
    await choose({ name, mimeType: name.endsWith('png') ? 'image/png' : 'image/jpeg', buffer })
    await told(`${name}：`).filter({ hasText: words }).waitFor()
    expect(sent).toBe(1)
  })

  test('twenty thousand pixels wide', async () => {
    const size = { width: 20_000, height: 4_000 }
    const huge = sharp({ create: { ...size, channels: 3, background: '#0b6e6b' }, limitInputPixels: false })
    const buffer = await huge.png({ compressionLevel: 1 }).toBuffer()
    await choose({ name: '海报.png', mimeType: 'image/png', buffer })
    await told('海报.png：').filter({ hasText: '5000 万像素' }).waitFor()
    await picture(page, 'media-refused-light')
    expect(await accessibilityFaults(page)).toEqual([])
  })

  test('as the cover of an article that is being written: told at the cover, and the article goes on', async () => {
    await page.goto(`${product.url}/admin/articles/new`)
    await page.getByLabel('标题').fill('封面换不上')
    const field = page.getByRole('group', { name: '封面图片' })
    const chooser = page.getByLabel('选择封面图片')
    await chooser.setInputFiles({ name: '红包.png', mimeType: 'image/png', buffer: Buffer.from('MZ not a picture') })
    await field.getByRole('alert').getByText(ONLY).waitFor()
    await chooser.setInputFiles({ name: 'IMG_0003.HEIC', mimeType: 'image/heic', buffer: heic })
    await field.getByRole('alert').getByText('HEIC 格式的照片').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.getByLabel('标题').inputValue()).toBe('封面换不上')
    await page.goto(`${product.url}/admin/media`)
    await page.getByRole('heading', { name: '图片库' }).waitFor()
  })
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
  const other = await openSession(desk.browser, viewport, scheme)
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

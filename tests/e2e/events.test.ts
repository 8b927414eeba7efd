import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import type { ArticlePage, ArticleSummary } from '../../shared/contract'
import { DAY_MS, formatIsoDate } from '../../shared/domain/time'
import { until } from '../support/until'
import { accessibilityFaults } from './support/axe'
import { launchBrowser, openSession, PHONE, picture, type Session } from './support/browser'
import { startProduct, type Product } from './support/product'

let browser: Browser
let product: Product
let events: ArticleSummary[]

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  const answer = await fetch(`${product.url}/api/channels/events/articles?limit=50`)
  events = ((await answer.json()) as ArticlePage).items
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const sample = (title: string): ArticleSummary => {
  const found = events.find((article) => article.title.includes(title))
  if (!found) throw new Error(`the sample content has no ${title}`)
  return found
}
const eventAddress = (title: string) => `/pages/article/index?id=${sample(title).id}`

const seen = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first()

async function open(page: Page, address: string, text: string): Promise<void> {
  await page.goto(`${product.url}${address}`)
  await seen(page, text).waitFor()
  await page.waitForLoadState('networkidle')
}

/** Taps something that hands a file to the browser; resolves with its name and text. */
async function download(page: Page, name: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') }
}

const SCREENS: [name: string, address: () => string, text: string][] = [
  ['contact', () => '/pages/contact/index', '近七天'],
  ['about', () => '/pages/about/index', '粤ICP备15065647号'],
  ['calendar', () => '/pages/calendar/index', '月的活动'],
  ['event-upcoming', () => eventAddress('午后茶话'), '报名截止'],
  ['event-night', () => eventAddress('亲子星空营'), '16:00 至'],
  ['event-cancelled', () => eventAddress('自然徒步'), '请勿前往'],
]

describe.each([
  ['light', 320],
  ['light', 390],
  ['light', 768],
  ['dark', 320],
  ['dark', 390],
  ['dark', 768],
] as const)('events and contact, %s at %d px', (scheme, width) => {
  let session: Session
  beforeAll(async () => {
    session = await openSession(browser, { width, height: 900 }, scheme)
  })
  afterAll(() => session.context.close())

  it.each(SCREENS)('%s can be seen and heard, and fits', async (name, address, text) => {
    const { page } = session
    await open(page, address(), text)
    await picture(page, `member-${name}-${width}-${scheme}`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })

  it('breaks nothing on the way', () => expect(session.faults).toEqual([]))
})

describe('at the largest text of the browser', () => {
  let session: Session
  beforeAll(async () => {
    session = await openSession(browser, { width: 320, height: 900 })
    // what a browser's own setting does: the root's size, which all type follows
    await session.page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.documentElement.style.fontSize = '24px'
      })
    })
  })
  afterAll(() => session.context.close())

  it.each(SCREENS)('%s still fits', async (name, address, text) => {
    const { page } = session
    await open(page, address(), text)
    await picture(page, `member-${name}-large`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })
})

describe('on the web', () => {
  let session: Session
  beforeAll(async () => {
    session = await openSession(browser, PHONE)
  })
  afterAll(() => session.context.close())

  it('an event goes into a calendar as a file', async () => {
    const { page } = session
    await open(page, eventAddress('午后茶话'), '加入手机日历')
    const file = await download(page, '加入手机日历')
    const { id, title, event } = sample('午后茶话')
    expect(file.name).toMatch(/\.ics$/)
    const lines = file.text.replaceAll('\r\n ', '').split('\r\n')
    expect(lines).toContain(`SUMMARY:${title}`)
    expect(lines).toContain(`DTSTART:${event?.startsAt.replace(/[-:]|\.000/g, '')}`)
    expect(lines).toContain(`URL:${product.url}/pages/article/index?id=${id}`)
    await seen(page, '手机日历不会自动更新').waitFor()
  })

  it('what only WeChat can do is explained', async () => {
    const { page } = session
    await open(page, eventAddress('午后茶话'), '提醒由微信送达')
    expect(await page.getByRole('switch').count()).toBe(0)
  })

  it('the office goes into an address book as a card', async () => {
    const { page } = session
    await open(page, '/pages/contact/index', '保存到通讯录')
    const file = await download(page, '保存到通讯录')
    expect(file.name).toBe('珠海市社会工作协会.vcf')
    expect(file.text).toContain('TEL;TYPE=WORK,VOICE:0756-2212827\r\n')
    await seen(page, '已保存到通讯录').waitFor()
  })

  it('the calendar is walked by keyboard, into the next month too, and is one stop of the Tab key', async () => {
    const { page } = session
    const { event } = sample('会员摄影展')
    const first = formatIsoDate(Date.parse(event?.startsAt ?? ''))
    await open(page, `/pages/calendar/index?day=${first}`, '会员摄影展')
    const focused = () => page.evaluate(() => document.activeElement?.id ?? '')
    const dayAfter = (days: number) => `day-${formatIsoDate(Date.parse(`${first}T00:00:00+08:00`) + days * DAY_MS)}`
    await page.locator(`#day-${first}`).focus()
    for (const [key, days] of [
      ['ArrowRight', 1],
      ['ArrowLeft', 0],
      ['ArrowDown', 7],
      ['ArrowDown', 14],
    ] as const) {
      await page.keyboard.press(key)
      expect(await until(focused, (id) => id === dayAfter(days))).toBe(dayAfter(days))
    }
    expect(await page.locator('.month__day[tabindex="0"]').count()).toBe(1)
    await page.getByRole('button', { name: '回到今天' }).press('Enter')
    await page.getByRole('button', { name: /^今天，.*已选中$/ }).waitFor()
    await page.getByRole('button', { name: '看整月' }).press(' ')
    await seen(page, '月的活动').waitFor()
  })

  it('the calendar has an address, and the way back leads from an event to it', async () => {
    const { page } = session
    const { title, event } = sample('午后茶话')
    await open(page, `/pages/calendar/index?day=${formatIsoDate(Date.parse(event?.startsAt ?? ''))}`, title)
    await seen(page, title).click()
    await seen(page, '加入手机日历').waitFor()
    await page.goBack()
    await seen(page, '看整月').waitFor()
  })

  it('the calendar without a server says so, and can try again', async () => {
    const { page, context } = session
    await context.route('**/api/events/**', (route) => route.fulfill({ status: 500, body: 'broken' }))
    await open(page, '/pages/calendar/index?day=2031-05-20', '这个月的活动没有加载成功')
    await context.unroute('**/api/events/**')
    await page.getByRole('button', { name: '重试' }).filter({ visible: true }).first().click()
    await seen(page, '这一天没有活动').waitFor()
  })

  it('breaks nothing on the way', () => expect(session.faults).toEqual([]))
})

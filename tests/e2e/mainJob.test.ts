import type { Browser, FrameLocator, Page } from 'playwright-core'
import { DESKTOP, launchBrowser, openSession, picture, type Session } from './support/browser'
import { startProduct, type Product } from './support/product'
import { alsoAtNight, chooseDate, setUpAdministrator } from './support/staff'

const TITLE = '社区长者智能手机公开课'
const TOMORROW = new Date(Date.now() + 86_400_000)
const day = TOMORROW.toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' })

let browser: Browser
let product: Product
let member: Session
let staff: Session
let app: FrameLocator

/** A text that a person can see; pages further down the history stay in the document, hidden. */
const seen = (text: string | RegExp, exact = false) => app.getByText(text, { exact }).filter({ visible: true }).first()
const tab = (name: string) => app.getByText(name, { exact: true }).filter({ visible: true }).last()

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
  member = await openSession(browser, DESKTOP)
  staff = await openSession(browser, DESKTOP)
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

async function openPhone(page: Page): Promise<void> {
  await page.goto(`${product.url}/sandbox/`)
  app = page.frameLocator('iframe')
  await seen('欢迎光临珠海市社会工作协会').waitFor()
}

describe('an event, from the desk of the staff to the phone of a member', () => {
  it('a member browses the events and opens one', async () => {
    await openPhone(member.page)
    await picture(member.page, 'job-01-home')
    await seen('活动预告', true).click()
    await app.locator('.event-card', { hasText: '亲子星空营' }).click()
    await seen('亲子服务组').waitFor()
    await picture(member.page, 'job-02-event')
  })

  it('calls the office with one tap', async () => {
    await openPhone(member.page)
    await tab('联系').click()
    await seen('拨打 0756-2212827').click()
    await member.page.getByRole('dialog').getByText('0756-2212827').waitFor()
    await picture(member.page, 'job-03-call')
    await member.page.keyboard.press('Escape')
  })

  it('subscribes to alerts inside the tap and sees the grant that remains', async () => {
    await tab('提醒').click()
    await seen('增加一次').click()
    const dialog = member.page.getByRole('dialog', { name: '订阅消息' })
    await dialog.waitFor()
    await picture(member.page, 'job-04-subscribe')
    await dialog.getByRole('button', { name: '允许' }).click()
    await seen(/剩余\s*1\s*次/).waitFor()
    await picture(member.page, 'job-05-granted')
  })

  it('staff set the house up and write an event', async () => {
    const { page } = staff
    await setUpAdministrator(page, product)
    await page
      .getByRole('button', { name: '写文章' })
      .or(page.getByRole('link', { name: '写文章' }))
      .first()
      .click()
    await page.getByLabel('标题').fill(TITLE)
    await page.getByRole('textbox', { name: '正文' }).click()
    await page.keyboard.type('一对一教您用手机看病挂号、缴费和视频通话。请自带手机。')
    await page.getByLabel('栏目', { exact: true }).selectOption({ label: '活动预告' })
    await chooseDate(page, '开始时间', `${day} 09:30`)
    await chooseDate(page, '结束时间', `${day} 11:00`)
    await page.getByLabel('活动地点').fill('香洲区翠香街道党群服务中心')
    await picture(page, 'job-06-editor')
  })

  it('publishes it, and sees one subscriber and what the notice will look like', async () => {
    const { page } = staff
    await page.getByRole('button', { name: '发布', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: '通知订阅者' }).check()
    await dialog
      .getByText(/1\s*位/)
      .first()
      .waitFor()
    await alsoAtNight(dialog)
    await picture(page, 'job-07-publish')
    await dialog.getByRole('button', { name: /发布/ }).click()
  })

  it('the notice reaches the member, and a tap on it opens the article', async () => {
    const banner = member.page.getByRole('button', { name: new RegExp(TITLE) }).first()
    await banner.waitFor()
    await picture(member.page, 'job-08-notice')
    await banner.click()
    await seen('一对一教您用手机看病挂号').waitFor()
    await seen('香洲区翠香街道党群服务中心').waitFor()
    await picture(member.page, 'job-09-opened')
  })

  it('staff see that it was sent, and the member that the grant was used', async () => {
    const { page } = staff
    await page.goto(`${product.url}/admin/notices`)
    // the event's reminders stand in the list as well
    await page.getByRole('listitem').filter({ hasText: '活动预告' }).getByRole('link', { name: TITLE }).click()
    await page.getByText('已完成').first().waitFor()
    await picture(page, 'job-10-outcome')
    await openPhone(member.page)
    await tab('提醒').click()
    await seen('新活动预告').waitFor()
    expect(await seen(/剩余\s*1\s*次/).isVisible()).toBe(false)
  })

  it('nothing broke on the way', () => {
    expect([...member.faults, ...staff.faults]).toEqual([])
  })
})

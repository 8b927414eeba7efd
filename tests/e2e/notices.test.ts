import type { Browser, Page } from 'playwright-core'
import { request } from '../support/http'
import { until } from '../support/until'
import { accessibilityFaults } from './support/axe'
import { DESKTOP, launchBrowser, openSession, picture, type Session } from './support/browser'
import { newMember, type Member } from './support/members'
import { startProduct, type Product } from './support/product'
import { alsoAtNight, chooseDate, setUpAdministrator } from './support/staff'

const TITLE = '珠海社工宣传周启动仪式'
const TOMORROW = new Date(Date.now() + 86_400_000).toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' })
const NEXT_WEEK = new Date(Date.now() + 7 * 86_400_000).toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' })

let browser: Browser
let product: Product
let staff: Session
let page: Page
let ada: Member
let ben: Member
let cai: Member

const order = (method: string, path: string, json?: object) =>
  request(`${product.url}/sandbox/api${path}`, method, { json })
const titlesOf = async (member: Member) => (await member.notices()).map((notice) => notice.title)

beforeAll(async () => {
  // one send at a time: there is somebody who waits when staff pause
  process.env.SEND_CONCURRENCY = '1'
  product = await startProduct()
  delete process.env.SEND_CONCURRENCY
  browser = await launchBrowser()
  staff = await openSession(browser, DESKTOP)
  page = staff.page
  ada = await newMember(product)
  ben = await newMember(product)
  cai = await newMember(product)
  await ada.accept('new_events', 'event_change')
  await ben.accept('new_events', 'event_change')
  await cai.turnOn('new_events')
  await cai.accept('event_change')
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

async function expectAccessible(name: string): Promise<void> {
  await picture(page, `notices-${name}`, true)
  expect(await accessibilityFaults(page)).toEqual([])
}

describe('a notice in the hands of the staff', () => {
  it('lets the administrator turn the quiet hours off, and on again', async () => {
    await setUpAdministrator(page, product)
    for (const quiet of [false, true]) {
      await page.getByRole('link', { name: '设置', exact: true }).click()
      await page.getByRole('switch', { name: '安静时段' }).click()
      await page.getByRole('button', { name: '保存设置' }).click()
      await page.getByText('设置已保存').waitFor()
      await page.reload()
      expect(await page.getByRole('switch', { name: '安静时段' }).isChecked()).toBe(quiet)
    }
    await page.getByRole('heading', { name: '通知设置' }).waitFor()
    await expectAccessible('settings')
  })

  it('sets a publication for tomorrow, shows it in the list, and takes it back', async () => {
    await page.goto(`${product.url}/admin/articles/new`)
    await page.getByLabel('标题').fill(TITLE)
    await page.getByRole('textbox', { name: '正文' }).click()
    await page.keyboard.type('启动仪式在海滨公园举行，欢迎各位会员携家人参加。')
    await page.getByLabel('栏目', { exact: true }).selectOption({ label: '活动预告' })
    await chooseDate(page, '开始时间', `${NEXT_WEEK} 09:30`)
    await chooseDate(page, '结束时间', `${NEXT_WEEK} 11:00`)
    await page.getByLabel('活动地点').fill('香洲区海滨公园')
    await page.getByRole('button', { name: '发布', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('定时发布', { exact: true }).click()
    await dialog.getByRole('button', { name: '定时发布并通知' }).click()
    await dialog.getByText('请填写此项。').waitFor()
    await chooseDate(page, '定时发布时间', `${TOMORROW} 09:00`)
    await picture(page, 'notices-schedule')
    await dialog.getByRole('button', { name: '定时发布并通知' }).click()
    await page.getByText('自动发布，并通知订阅者').waitFor()
    await expectAccessible('editor')

    await page.getByRole('link', { name: '返回文章列表' }).click()
    await page.getByText(`定时 ${TOMORROW.slice(5)} 09:00`).waitFor()
    await page.getByRole('link', { name: TITLE }).click()
    await page.getByRole('button', { name: '取消定时' }).click()
    await page.getByText('已取消定时发布').waitFor()
    await page.getByText('草稿', { exact: true }).waitFor()
  })

  it('pauses while it goes out: who waits stays waiting until it goes on', async () => {
    await order('PUT', '/settings', { latencyMs: 6000 })
    await order('POST', '/faults', { kind: 'black_hole', phoneId: ben.phoneId })
    await page.getByRole('button', { name: '发布', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await alsoAtNight(dialog)
    const stream = page.waitForResponse((answer) => answer.url().endsWith('/stream'))
    await dialog.getByRole('button', { name: /^发布并通知/ }).click()
    expect((await (await stream).allHeaders())['content-type']).toContain('text/event-stream')
    await page.getByRole('button', { name: '暂停发送' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '暂停发送' }).click()
    await page.getByText('由工作人员暂停').waitFor()
    await page.getByText('已暂停', { exact: true }).waitFor()
    await expectAccessible('paused')
    expect(await titlesOf(ben)).toEqual([])
    await order('PUT', '/settings', { latencyMs: 0 })
    await page.getByRole('button', { name: '继续发送' }).click()
    await page.getByText('正在发送', { exact: true }).first().waitFor()
  })

  it('names the member whose outcome nobody knows, and lets staff settle it with a reason', async () => {
    const unknown = page.getByRole('region', { name: '结果未知的会员' })
    // the line is silent for as long as the server waits for an answer
    await unknown.getByText('已发出请求，但未收到微信答复').waitFor()
    await page.getByText('已完成', { exact: true }).waitFor()
    await page.getByRole('link', { name: '发送队列' }).click()
    await page.getByRole('list', { name: '最近的错误' }).getByText('已发出请求，但未收到微信答复').waitFor()
    await page.goBack()
    await unknown.getByRole('button', { name: /^经过/ }).click()
    await page.getByRole('dialog', { name: '送达经过' }).getByText('正在发送').waitFor()
    await expectAccessible('timeline')
    await page
      .getByRole('button', { name: 'Close' })
      .or(page.getByRole('button', { name: '关闭' }))
      .first()
      .click()

    await unknown.getByRole('button', { name: /^认定未送达/ }).click()
    const dialog = page.getByRole('dialog', { name: /认定未送达/ })
    await dialog.getByRole('button', { name: '认定未送达' }).click()
    await dialog.getByText('请填写此项。').waitFor()
    await dialog.getByLabel('认定依据').fill('已电话核实，会员没有收到')
    await dialog.getByRole('button', { name: '认定未送达' }).click()
    await unknown.waitFor({ state: 'detached' })
    await page.getByLabel('按原因筛选').selectOption({ label: '由工作人员认定' })
    await page.getByRole('list', { name: '送达记录' }).getByRole('button', { name: /^经过/ }).click()
    await page.getByText('已电话核实，会员没有收到').waitFor()
    await picture(page, 'notices-settled')
  })

  it('exports what became of everybody', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出 CSV 表格' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.csv$/)
  })

  it('follows up to who can get it now, and repeats nobody', async () => {
    await cai.accept('new_events')
    await page.reload()
    await page.getByRole('button', { name: '发送给仍可接收的会员（1 位）' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '发送给 1 位会员' }).click()
    await page.getByText('活动预告通知（补发）').waitFor()
    await page.getByText('已完成', { exact: true }).waitFor()
    await expectAccessible('follow-up')
    expect(
      await until(
        () => titlesOf(cai),
        (titles) => titles.length > 0,
      ),
    ).toEqual(['活动预告通知'])
    expect(await titlesOf(ada)).toEqual(['活动预告通知'])
    expect(await titlesOf(ben)).toEqual([])
  })

  it('offers to tell of a new venue once it is saved', async () => {
    await page.getByRole('link', { name: TITLE }).click()
    await page.getByLabel('活动地点').fill('香洲区文化馆')
    await page.getByRole('button', { name: '保存修改' }).click()
    const dialog = page.getByRole('dialog', { name: '发送活动变更通知' })
    await dialog.getByText(/将有\s*2\s*位会员收到通知/).waitFor()
    expect(await dialog.getByLabel('变更类型').inputValue()).toBe('地点调整')
    expect(await dialog.getByLabel('现定地点').inputValue()).toBe('香洲区文化馆')
    await dialog.getByRole('button', { name: '不通知' }).click()
    await dialog.waitFor({ state: 'detached' })
  })

  it('offers the cancellation when the event is called off, and tells who had been told', async () => {
    await page.getByRole('radiogroup', { name: '活动安排' }).getByText('已取消').click()
    await page.getByRole('button', { name: '保存修改' }).click()
    const dialog = page.getByRole('dialog', { name: '发送活动取消通知' })
    await dialog.getByText(/将有\s*2\s*位会员收到通知/).waitFor()
    expect(await dialog.getByLabel('变更类型').inputValue()).toBe('活动取消')
    await alsoAtNight(dialog)
    await expectAccessible('cancellation')
    await dialog.getByRole('button', { name: '立即发送' }).click()
    await page.getByText('活动取消通知', { exact: true }).waitFor()
    await page.getByText('已完成', { exact: true }).waitFor()
    const told = await until(
      () => ada.notices(),
      (notices) => notices.length > 1,
    )
    expect(told.flatMap((notice) => notice.rows)).toContainEqual({ label: '变更类型', value: '活动取消' })
    expect(await titlesOf(ben)).toEqual([])
  })

  it('shows the operator a queue at rest', async () => {
    await page.getByRole('link', { name: '发送队列' }).click()
    await page.getByText('没有等待发送的通知。').waitFor()
    await expectAccessible('queue')
    await page.getByRole('link', { name: '通知', exact: true }).click()
    await page.getByText('活动取消').first().waitFor()
    await expectAccessible('list')
  })

  it('breaks nothing on the way', () => {
    expect(staff.faults).toEqual([])
  })
})

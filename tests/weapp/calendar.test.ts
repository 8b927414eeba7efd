import { DAY_MS, formatIsoDate } from '../../shared/domain/time'
import { seen } from './host/app'
import { openEvent, sample } from './host/sampleEvents'
import { visits } from './host/visits'

const visit = visits()
const said = (words: string) => seen(visit.app, () => visit.app.text().includes(words))

describe('the calendar', () => {
  async function openCalendar(query = ''): Promise<void> {
    visit.app.launch(`/pages/calendar/index${query}`)
    await seen(visit.app, () => visit.app.find('#month-after') && visit.app.underway() === 0)
  }
  const monthName = (instant: number): string => {
    const [year, month] = formatIsoDate(instant).split('-')
    return `${year}年${Number(month)}月`
  }

  it('opens at the event’s day from its page, and leads back to the event', async () => {
    const { title, event } = await openEvent(visit, '午后茶话')
    visit.app.tap('在活动日历中查看')
    const starts = Date.parse(event?.startsAt ?? '')
    await seen(visit.app, () => visit.app.pages().at(-1) === 'pages/calendar/index')
    await said('看整月')
    expect(visit.app.text()).toContain(monthName(starts))
    visit.app.tap(title)
    await seen(visit.app, () => visit.app.pages().at(-1) === 'pages/article/index')
  })

  it('goes to the months before and after, and back to today', async () => {
    await openCalendar()
    const { app } = visit
    const now = monthName(Date.now())
    await said(`${now}的活动`)
    app.tap('#month-before')
    await seen(app, () => !app.text().includes(now) && app.underway() === 0)
    app.tap('#month-after')
    app.tap('#month-after')
    await seen(app, () => !app.text().includes(now) && app.underway() === 0)
    app.tap('#month-today')
    await seen(app, () => app.text().includes(now) && app.text().includes('看整月'))
    app.tap('看整月')
    await said(`${now}的活动`)
  })

  it('shows an event of several days on each of them', async () => {
    const { title } = await sample(visit, '会员摄影展')
    const tomorrow = formatIsoDate(Date.now() + DAY_MS)
    await openCalendar(`?day=${tomorrow}`)
    await said(title)
  })

  it('says that a month holds nothing, and that an address names no day', async () => {
    await openCalendar('?day=2031-05-20')
    await said('这一天没有活动')
    visit.app.tap('看整月')
    await said('这个月还没有活动')
    await openCalendar('?day=2026-02-30')
    await said(`${monthName(Date.now())}的活动`)
  })

  it.each([
    ['the server is down', { statusCode: 500, data: '' }],
    ['the answer is not what it should be', { statusCode: 200, data: { month: 'x' } }],
    ['the answer is no JSON', { statusCode: 200, data: '<html>' }],
  ])('says so when %s, and can try again', async (_what, answer) => {
    visit.app.answerInstead('/api/events/months/', answer)
    await openCalendar()
    await said('这个月的活动没有加载成功')
    visit.app.answerInstead('/api/events/months/', null)
    visit.app.tap('重试')
    await seen(visit.app, () => !visit.app.text().includes('没有加载成功') && visit.app.underway() === 0)
  })

  it('can be reached from the first screen and from the events’ list', async () => {
    visit.app.launch('/pages/home/index')
    await said('按月查看活动日历')
    visit.app.tap('按月查看活动日历')
    await seen(visit.app, () => visit.app.pages().at(-1) === 'pages/calendar/index')
    visit.app.launch('/pages/channel/index?slug=events')
    await said('按月查看活动日历')
  })
})

import type { ArticleDetail } from '../../shared/contract'
import { DAY_MS } from '../../shared/domain/time'
import { seen } from './host/app'
import { openEvent as openEventOf, sample as sampleOf } from './host/sampleEvents'
import { ask } from './host/sandboxPhone'
import { visits } from './host/visits'

const visit = visits()

const sample = (title: string) => sampleOf(visit, title)
const openEvent = (title: string) => openEventOf(visit, title)
const detail = (id: string) => ask<ArticleDetail>('GET', `${visit.server.url}/api/articles/${id}`)

const shown = (selector: string): boolean => visit.app.page().element.querySelector(selector) !== null
/** The button's own words; the element deep in the page has no id that the host could find. */
const ADD = '加入手机日历'
const settled = () => seen(visit.app, () => visit.app.underway() === 0)
const said = (words: string) => seen(visit.app, () => visit.app.text().includes(words))

describe('an event’s page', () => {
  it('tells state, countdown, time, place and deadline, and shows the way', async () => {
    await openEvent('午后茶话')
    const { app } = visit
    for (const words of ['未开始', '还有 3 天', '14:30—16:30', '协会活动室', '报名截止', '17:00']) {
      expect(app.text()).toContain(words)
    }
    app.tap('查看地图')
    await seen(app, () => visit.called('openLocation').length === 1)
    expect(visit.called('openLocation')[0]).toMatchObject({
      latitude: 22.2723,
      longitude: 113.5745,
      name: '协会活动室',
    })
  })

  it.each([
    ['会员摄影展', ['正在进行', '第 3 天']],
    ['入户探访', ['报名已截止', '还有 2 天', '已截止']],
    ['海滩清洁日', ['已结束']],
    ['自然徒步', ['已取消', '请勿前往', '请手动删除']],
    ['亲子星空营', ['未开始', '16:00 至', '10:00']],
  ])('says of %s in words what its state is', async (title, words) => {
    await openEvent(title)
    for (const word of words) expect(visit.app.text()).toContain(word)
  })

  it('offers nothing to add or to be reminded of once it is over or cancelled', async () => {
    await openEvent('自然徒步')
    await settled()
    expect(shown('.event-block__actions, .reminder')).toBe(false)
    expect(visit.requested('/reminder')).toBe(0)
  })

  it('hides in the timeline’s single page what is refused there, and asks for no login', async () => {
    visit.phone.scene = 1154
    const article = await sample('午后茶话')
    visit.app.launch(`/pages/article/index?id=${article.id}`)
    await said('未开始')
    await settled()
    expect(shown('.event-block__actions, .reminder, .calendar-link')).toBe(false)
    expect(visit.requested('/api/session')).toBe(0)
  })
})

describe('into the phone’s calendar', () => {
  it('goes within the tap, with the hours and a signed way back', async () => {
    const { id, title, event } = await openEvent('午后茶话')
    const { app } = visit
    // the link is fetched ahead of the tap; a member who is quicker gets an entry without it
    await seen(app, () => visit.requested('/calendar-link') === 1 && app.underway() === 0)
    const linked = () => visit.called('addPhoneCalendar').find((entry) => 'signature' in entry)
    await seen(app, () => {
      app.tap(ADD)
      return linked()
    })
    // The host refuses a call that is not made before the tap returns, as WeChat does.
    await said('手机日历不会自动更新')
    const entry = linked()
    expect(entry).toMatchObject({
      title,
      startTime: Date.parse(event?.startsAt ?? '') / 1000,
      endTime: String(Date.parse(event?.endsAt ?? '') / 1000),
      location: '协会活动室（珠海市香洲区人民东路112号）',
      alarm: true,
    })
    expect(entry?.['path']).toContain(id)
    expect(entry?.['signature']).toMatch(/^[0-9a-f]{64}$/)
  })

  it('goes without the way back on an older WeChat, and does not fetch it', async () => {
    visit.app.wx['getAppBaseInfo'] = () => ({ fontSizeSetting: 17, SDKVersion: '3.7.5' })
    await openEvent('午后茶话')
    await seen(visit.app, () => visit.requested('/reminder') === 1 && visit.app.underway() === 0)
    visit.app.tap(ADD)
    await said('已添加')
    expect(visit.called('addPhoneCalendar')[0]).not.toHaveProperty('signature')
    expect(visit.requested('/calendar-link')).toBe(0)
  })

  it('goes without the way back when it cannot be fetched', async () => {
    visit.app.answerInstead('/calendar-link', { statusCode: 500, data: '' })
    await openEvent('午后茶话')
    await seen(visit.app, () => visit.requested('/calendar-link') === 1 && visit.app.underway() === 0)
    visit.app.tap(ADD)
    await said('已添加')
    expect(visit.called('addPhoneCalendar')[0]).not.toHaveProperty('path')
  })

  it.each([
    [{ errno: 103, errMsg: 'addPhoneCalendar:fail auth deny' }, '您没有允许使用手机日历', true],
    [{ errno: 104, errMsg: 'addPhoneCalendar:fail privacy permission is not authorized' }, '隐私保护指引', false],
    [{ errno: 112, errMsg: 'addPhoneCalendar:fail api scope is not declared' }, '还没有获准使用手机日历', false],
    [{ errMsg: 'addPhoneCalendar:fail cancel' }, '已取消，没有添加', false],
  ])('that is refused with %p says why', async (failure, words, settings) => {
    visit.phone.ways = { addPhoneCalendar: () => Promise.reject(failure) }
    await openEvent('午后茶话')
    visit.app.tap(ADD)
    await said(words)
    expect(visit.app.text()).not.toContain('已添加')
    expect(visit.app.text().includes('打开设置')).toBe(settings)
  })
})

describe('the reminder of one event', () => {
  const asked = () => visit.called('requestSubscribeMessage').length
  const isOn = () => shown('.reminder .toggle--on')

  it('asks for a grant in the very tap when none is left, and is on once it was given', async () => {
    const { id } = await openEvent('午后茶话')
    const { app } = visit
    await seen(app, () => app.find('已关'))
    expect(isOn()).toBe(false)
    app.tap(isOn() ? '已开' : '已关')
    await seen(app, () => asked() === 1)
    expect(visit.called('requestSubscribeMessage')[0]?.['tmplIds']).toHaveLength(1)
    await seen(app, () => isOn() && app.text().includes('活动开始前会通过微信提醒您'))
    expect(
      visit.called('request').some(({ url, method }) => String(url).includes(`${id}/reminder`) && method === 'PUT'),
    ).toBe(true)

    app.tap(isOn() ? '已开' : '已关')
    await said('这场活动不再提醒您')
    expect(isOn()).toBe(false)
    // the grant is still there, so nothing has to be asked
    app.tap(isOn() ? '已开' : '已关')
    await seen(app, isOn)
    expect(asked()).toBe(1)
    visit.restart()
    await openEvent('午后茶话')
    await seen(visit.app, isOn)
  })

  it('stays off when the member says no, and says so', async () => {
    visit.phone.answer = 'reject'
    await openEvent('午后茶话')
    await seen(visit.app, () => visit.app.find('已关'))
    visit.app.tap(isOn() ? '已开' : '已关')
    await said('您没有允许，这场活动的提醒没有开启')
    expect(isOn()).toBe(false)
  })

  it('shows the way to the settings when WeChat does not ask', async () => {
    await visit.phone.setMainSwitch(false)
    await openEvent('午后茶话')
    await seen(visit.app, () => visit.app.find('已关'))
    visit.app.tap(isOn() ? '已开' : '已关')
    await said('消息提醒总开关已关闭')
    visit.app.tap('打开设置')
    await seen(visit.app, () => visit.called('openSetting').length === 1)
  })

  it('leaves the event readable when WeChat refuses the login, and can be tried again', async () => {
    await visit.phone.block()
    await openEvent('午后茶话')
    await said('暂时无法读取提醒')
    expect(visit.app.text()).toContain('14:30—16:30')
    visit.app.tap(ADD)
    await said('已添加')
    const before = visit.requested('/api/session')
    visit.app.tap('重试')
    await seen(visit.app, () => visit.requested('/api/session') > before)
  })

  it('changes nothing on the screen when the server does not take it', async () => {
    await openEvent('午后茶话')
    await seen(visit.app, () => visit.app.find('已关') && visit.app.underway() === 0)
    visit.app.answerInstead('/reminder', { statusCode: 503, data: '<html>' })
    visit.app.tap(isOn() ? '已开' : '已关')
    await said('服务暂时不可用')
    expect(isOn()).toBe(false)
  })
})

describe('an event that changed since the member saw it', () => {
  it('says what it was, that the phone’s calendar is not told, and stops once the member knows', async () => {
    const { id, event } = await openEvent('午后茶话')
    visit.app.tap(ADD)
    await said('已添加')
    await settled()
    const moved = await detail(id)
    if (!moved.event || !event) throw new Error('no event')
    const later = (instant: string) => new Date(Date.parse(instant) + DAY_MS).toISOString()
    Object.assign(moved.event, { startsAt: later(event.startsAt), endsAt: later(event.endsAt), venue: '香洲文化馆' })
    visit.restart()
    visit.app.answerInstead(`/api/articles/${id}`, { statusCode: 200, data: moved })
    visit.app.launch(`/pages/article/index?id=${id}`)
    await said('有变更')
    for (const words of ['时间原为', '地点原为 协会活动室', '请手动修改']) expect(visit.app.text()).toContain(words)
    visit.app.tap('知道了')
    await seen(visit.app, () => !visit.app.text().includes('有变更'))
  })

  it('says nothing to a member who sees it for the first time', async () => {
    await openEvent('午后茶话')
    await settled()
    expect(visit.app.text()).not.toContain('有变更')
  })
})

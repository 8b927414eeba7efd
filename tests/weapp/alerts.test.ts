import { until } from '../support/until'
import { seen } from './host/app'
import { publishEvent } from './host/office'
import { ask } from './host/sandboxPhone'
import { visits } from './host/visits'

const TITLE = '社区长者智能手机公开课'
const visit = visits()

/** The template of a topic, as the app was told. */
function templateOf(topic: string): string {
  const [request] = visit.called('requestSubscribeMessage')
  const ids = (request?.['tmplIds'] ?? []) as string[]
  return ids[['new_events', 'event_reminder', 'event_change'].indexOf(topic)] ?? ''
}

async function openAlerts(): Promise<void> {
  visit.app.launch('/pages/alerts/index')
  await seen(visit.app, () => visit.app.find('#ask-all'))
}

describe('what stands between a member and their alerts', () => {
  it('is told before the tap when the main switch is off, with the way to WeChat’s settings', async () => {
    await visit.phone.setMainSwitch(false)
    await openAlerts()
    const { app } = visit
    await seen(app, () => app.text().includes('消息提醒总开关已关闭'))
    expect(visit.called('requestSubscribeMessage')).toEqual([])
    app.tap('打开设置')
    await seen(app, () => visit.called('openSetting').length === 1)
    await visit.phone.setMainSwitch(true)
    app.page().instance.onShow?.()
    await seen(app, () => !app.text().includes('消息提醒总开关已关闭'))
  })

  it('is told by name when they ticked to refuse always', async () => {
    await openAlerts()
    const { app, phone } = visit
    app.tap('#ask-all')
    await seen(app, () => visit.called('showToast').length === 1)
    expect(app.text()).not.toContain('总是拒绝')
    await phone.keep(templateOf('event_reminder'), 'reject')
    app.page().instance.onShow?.()
    await seen(app, () => app.text().includes('“活动开始前提醒”已设为总是拒绝'))
    expect(app.text()).not.toContain('“新活动预告”')
    expect(app.text()).toContain('微信中已设为总是拒绝，增加前请先到设置中改为允许。')
  })

  it('is told after a refusal that came without a dialog, where WeChat tells no settings', async () => {
    visit.phone.answer = 'reject'
    visit.phone.subscriptions = () => Promise.reject(new Error('not supported'))
    await openAlerts()
    const { app } = visit
    app.tap('#ask-new_events')
    await seen(app, () => app.text().includes('“新活动预告”已设为总是拒绝'))
    expect(app.text()).not.toContain('剩余 1 次提醒')
  })

  it('leaves the rest of the app open when WeChat refuses the login', async () => {
    await visit.phone.block()
    const { app } = visit
    app.launch('/pages/alerts/index')
    await seen(app, () => app.text().includes('暂时无法登录'))
    expect(app.text()).toContain('仍可浏览全部内容')
    app.tap('继续浏览')
    await seen(app, () => app.pages().join() === 'pages/home/index' && app.text().includes('近期活动'))
  })

  it.each([
    ['a page of a portal', '<html>请先登录无线网络</html>'],
    ['an answer without topics', { hello: 1 }],
  ])('is told in words when %s comes in the server’s place', async (_name, data) => {
    const { app } = visit
    app.answerInstead('/api/alerts', { statusCode: 200, data })
    app.launch('/pages/alerts/index')
    await seen(app, () => app.find('重试'))
    app.answerInstead('/api/alerts', null)
    app.tap('重试')
    await seen(app, () => app.find('#ask-all'))
  })
})

describe('the notices that a member got', () => {
  it('are listed, open their article, and say when it was withdrawn', async () => {
    const { app, server } = visit
    app.launch('/pages/received/index')
    await seen(app, () => app.text().includes('还没有收到通知'))
    app.tap('去开启提醒')
    await seen(app, () => app.find('#ask-all'))
    app.tap('#ask-all')
    await seen(app, () => app.text().split('剩余 1 次提醒').length === 4)

    const article = await publishEvent(server, TITLE)
    await until(
      () => ask<{ notices: object[] }>('GET', `${server.url}/sandbox/api/phones/${visit.phone.phoneId}/notices`),
      ({ notices }) => notices.length === 1,
    )
    app.launch('/pages/received/index')
    await seen(app, () => app.find(TITLE))
    expect(app.text()).toContain('活动预告')
    expect(app.text()).toContain('已经到底了')
    app.tap(TITLE)
    await seen(app, () => app.pages().at(-1) === 'pages/article/index' && app.text().includes('协会活动室'))

    app.answerInstead('/api/alerts/received', {
      statusCode: 200,
      data: {
        items: [
          { id: 'a', kind: 'change', title: '改期', article: null, state: 'sent', at: '2026-11-23T06:30:00.000Z' },
          { id: 'b', kind: 'preview', title: '新活动', article, state: 'unknown', at: '2026-11-22T06:30:00.000Z' },
        ],
        nextCursor: null,
      },
    })
    app.launch('/pages/received/index')
    await seen(app, () => app.text().includes('文章已撤回，不能再打开。'))
    expect(app.text()).toContain('2026年11月23日 14:30')
    expect(app.text()).toContain('微信没有确认这条通知是否送达。')
    app.tap('改期')
    expect(app.pages().at(-1)).toBe('pages/received/index')
  })

  it('are read on page by page to the end, and tried again where that failed', async () => {
    const { app } = visit
    const notice = (id: string) => ({
      id,
      kind: 'preview',
      title: `第${id}条`,
      article: null,
      state: 'sent',
      at: '2026-11-23T06:30:00.000Z',
    })
    const page = (ids: string[], nextCursor: string | null) => ({
      statusCode: 200,
      data: { items: ids.map(notice), nextCursor },
    })
    app.answerInstead('/api/alerts/received', page(['1', '2'], 'next'))
    app.launch('/pages/received/index')
    await seen(app, () => app.text().includes('上滑加载更多'))
    app.answerInstead('/api/alerts/received', { statusCode: 503, data: {} })
    app.page().instance.onReachBottom?.()
    await seen(app, () => app.text().includes('没有加载成功，点此重试'))
    app.answerInstead('/api/alerts/received', page(['2', '3'], null))
    app.tap('没有加载成功，点此重试')
    await seen(app, () => app.text().includes('第3条') && app.text().includes('已经到底了'))
    expect(app.text().match(/第2条/g)).toHaveLength(1)
  })
})

it('says beside a topic that is off that its grants are kept', async () => {
  await openAlerts()
  const { app } = visit
  app.tap('#ask-new_events')
  await seen(app, () => app.text().includes('剩余 1 次提醒'))
  app.fire('.topic__switch', 'tap', {})
  await seen(app, () => app.text().includes('已关闭，剩余次数为您保留。'))
})

describe('the offer of one more notice', () => {
  const offered = (): boolean => visit.app.text().includes('的次数已用完，增加一次才能收到下一条。')
  const openFromNotice = async (id: string): Promise<void> => {
    visit.app.launch(`/pages/article/index?id=${id}&notice=01aaaaaaaaaaaaaaaaaaaaaaaa`)
    await seen(visit.app, () => visit.app.page().element.querySelector('.paragraph') && visit.app.underway() === 0)
  }
  const firstEvent = async (): Promise<string> => {
    const { events } = await ask<{ events: { id: string }[] }>('GET', `${visit.server.url}/api/home`)
    return events[0]?.id ?? ''
  }

  it('stands once a day where an event was opened from a notice, and one tap takes it', async () => {
    await openAlerts()
    visit.app.fire('.topic__switch', 'tap', {})
    await seen(visit.app, () => visit.requested('/api/alerts/topics/new_events') === 1 && visit.app.underway() === 0)
    const id = await firstEvent()
    await openFromNotice(id)
    await seen(visit.app, offered)
    expect(visit.called('requestSubscribeMessage')).toEqual([])
    visit.app.tap('增加一次')
    await seen(visit.app, () => visit.app.text().includes('已增加一次提醒'))
    expect(visit.called('requestSubscribeMessage')[0]?.['tmplIds']).toHaveLength(1)
    await openFromNotice(id)
    expect(offered()).toBe(false)
  })

  it('is not made to who is told of nothing, nor to who came by themselves', async () => {
    await openAlerts()
    const id = await firstEvent()
    await openFromNotice(id)
    expect(offered()).toBe(false)
    visit.app.launch('/pages/alerts/index')
    await seen(visit.app, () => visit.app.find('#ask-all'))
    visit.app.fire('.topic__switch', 'tap', {})
    await seen(visit.app, () => visit.requested('/api/alerts/topics/new_events') === 1 && visit.app.underway() === 0)
    visit.app.launch(`/pages/article/index?id=${id}`)
    await seen(visit.app, () => visit.app.page().element.querySelector('.paragraph') && visit.app.underway() === 0)
    expect(offered()).toBe(false)
  })
})

import type { Alerts } from '../../../shared/contract'
import { fromWallClock } from '../../../shared/domain/time'
import { mayOffer, offerOf } from './offer'

const alerts = (subscribed: boolean, remaining: number): Alerts => ({
  topics: [
    {
      topic: 'event_reminder',
      title: '活动开始前提醒',
      description: '',
      subscribed,
      template: { kind: 'reminder', id: 'r' },
      remaining,
    },
  ],
})
const at = (day: number, hour: number) => fromWallClock({ year: 2026, month: 11, day, hour })

describe('the offer of one more notice', () => {
  it('is made once a day of Zhuhai', () => {
    expect(mayOffer(null, at(23, 9))).toBe(true)
    expect(mayOffer('2026-11-23', at(23, 23))).toBe(false)
    expect(mayOffer('2026-11-23', at(24, 0))).toBe(true)
    expect(mayOffer({ broken: true }, at(24, 0))).toBe(true)
  })

  it('is made only to a member who wants the notice and can get none', () => {
    expect(offerOf(alerts(true, 0), ['event_reminder'], null)).toMatchObject({ template: { id: 'r' } })
    expect(offerOf(alerts(true, 1), ['event_reminder'], null)).toBeNull()
    expect(offerOf(alerts(false, 0), ['event_reminder'], null)).toBeNull()
    expect(offerOf(alerts(true, 0), ['new_events'], null)).toBeNull()
  })

  it('is made for the first topic that needs it', () => {
    expect(offerOf(alerts(true, 0), ['new_events', 'event_reminder'], null)).toMatchObject({ topic: 'event_reminder' })
  })

  it('is not made where WeChat would refuse without asking', () => {
    expect(offerOf(alerts(true, 0), ['event_reminder'], { mainSwitch: false, kept: {} })).toBeNull()
    expect(offerOf(alerts(true, 0), ['event_reminder'], { mainSwitch: true, kept: { r: 'reject' } })).toBeNull()
    expect(offerOf(alerts(true, 0), ['event_reminder'], { mainSwitch: true, kept: { r: 'accept' } })).not.toBeNull()
  })
})

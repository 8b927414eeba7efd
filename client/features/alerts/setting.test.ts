import type { AlertTopic } from '../../../shared/contract'
import { adviceOf, keptChoice, readSetting, refusedUnasked } from './setting'

const topic = (title: string, id: string): AlertTopic => ({
  topic: 'new_events',
  title,
  description: '',
  subscribed: true,
  template: { kind: 'preview', id },
  remaining: 0,
})
const TOPICS = [topic('新活动预告', 'a'), topic('活动开始前提醒', 'b')]
const said = (mainSwitch: boolean, itemSettings?: object) =>
  readSetting({ errMsg: 'getSetting:ok', subscriptionsSetting: { mainSwitch, itemSettings } })

describe('what WeChat tells of the member’s choices before a tap', () => {
  it('sends them to the settings when the main switch is off', () => {
    expect(adviceOf(said(false), TOPICS)).toMatchObject({ title: '消息提醒总开关已关闭', settings: true })
  })

  it('names what they chose to refuse always, and nothing else', () => {
    const setting = said(true, { a: 'accept', b: 'reject' })
    expect(adviceOf(setting, TOPICS)).toMatchObject({ title: '“活动开始前提醒”已设为总是拒绝', settings: true })
    expect(keptChoice(setting, 'a')).toBe('accept')
    expect(keptChoice(setting, 'unknown')).toBeNull()
  })

  it('has nothing to say when the dialog will open', () => {
    expect(adviceOf(said(true, {}), TOPICS)).toBeNull()
    expect(adviceOf(said(true), TOPICS)).toBeNull()
  })

  it.each([null, 'x', {}, { subscriptionsSetting: null }, { subscriptionsSetting: { mainSwitch: 'yes' } }])(
    'makes nothing of %p',
    (answer) => expect(readSetting(answer)).toBeNull(),
  )
})

describe('a refusal that came without a dialog', () => {
  it('is known by coming at once, when WeChat tells no setting', () => {
    expect(refusedUnasked(['reject', 'reject'], 40, null)).toBe(true)
    expect(refusedUnasked(['reject'], 2_000, null)).toBe(false)
    expect(refusedUnasked(['accept', 'reject'], 40, null)).toBe(false)
  })

  it('is not guessed at when the setting says that a dialog was due', () => {
    expect(refusedUnasked(['reject'], 40, said(true, {}))).toBe(false)
  })
})

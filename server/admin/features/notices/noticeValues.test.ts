import { counterOf, fromServer, problemsOf, proposeWith, type NoticeTemplate } from './noticeValues'

const template: NoticeTemplate = {
  kind: 'preview',
  id: 't1',
  title: '活动预告通知',
  fields: [
    { key: 'thing1', label: '活动名称', source: 'title' },
    { key: 'time2', label: '活动时间', source: 'time' },
  ],
}

describe('the values of a notice as one types', () => {
  it('are counted against what WeChat takes', () => {
    expect(counterOf({ key: 'thing1', label: '活动名称', source: 'title' }, '社工交流')).toBe('4/20')
    expect(counterOf({ key: 'time2', label: '活动时间', source: 'time' }, '14:30')).toBeUndefined()
  })

  it('are told in words what is wrong', () => {
    const values = { thing1: '字'.repeat(21), time2: '下周三' }
    expect(problemsOf(template, values)).toEqual({
      thing1: '最多 20 个字，现有 21 个。',
      time2: '格式不符合微信“时间”类型的要求。',
    })
  })

  it('are fine when WeChat would take them', () => {
    expect(problemsOf(template, { thing1: '社工交流日', time2: '2026年12月20日 09:30~11:30' })).toEqual({})
  })

  it('show what the server refused at their own fields', () => {
    expect(fromServer({ 'notice.values.thing1': '不可', title: '别处' })).toEqual({ thing1: '不可' })
    expect(fromServer({ 'values.time2': '不可', at: '已过' })).toEqual({ time2: '不可' })
  })

  it('say what happened where the template has a place for it', () => {
    const subject = { title: '沙龙', organisation: '协会', startsAt: 0, endsAt: 1, venue: '协会', signupDeadline: null }
    const change: NoticeTemplate = {
      kind: 'change',
      id: 't3',
      title: '活动变更通知',
      fields: [
        { key: 'thing1', label: '活动名称', source: 'title' },
        { key: 'phrase2', label: '变更类型', source: 'text', text: '安排调整' },
      ],
    }
    expect(proposeWith(change, subject, '活动取消')).toEqual({ thing1: '沙龙', phrase2: '活动取消' })
    expect(proposeWith(change, subject, null).phrase2).toBe('安排调整')
  })
})

import { checkValues, proposeValues, type NoticeTemplate } from './noticeDraft'

const template: NoticeTemplate = {
  kind: 'preview',
  id: 'template-1',
  title: '活动预告通知',
  fields: [
    { key: 'thing1', label: '活动名称', source: 'title' },
    { key: 'time2', label: '活动时间', source: 'time' },
    { key: 'thing3', label: '活动地点', source: 'venue' },
    { key: 'thing4', label: '温馨提示', source: 'text', text: '点击查看详情' },
  ],
}
const subject = {
  title: '社会工作者继续教育公开课：社区个案管理实务与督导',
  organisation: '珠海市社会工作协会',
  startsAt: Date.parse('2026-12-01T14:00:00+08:00'),
  endsAt: Date.parse('2026-12-01T17:00:00+08:00'),
  venue: '香洲区文化馆三楼报告厅',
  signupDeadline: null,
}

it('proposes values that WeChat would take, however long the title', () => {
  const values = proposeValues(template, subject)
  expect(values.time2).toBe('2026年12月1日 14:00~17:00')
  expect(values.thing1?.length).toBeLessThanOrEqual(20)
  expect(checkValues(template, values)).toEqual({})
})

it('writes both days of an event across midnight', () => {
  const values = proposeValues(template, { ...subject, endsAt: Date.parse('2026-12-02T01:00:00+08:00') })
  expect(values.time2).toBe('2026年12月1日 14:00~2026年12月2日 01:00')
  expect(checkValues(template, values)).toEqual({})
})

it('names the field that is too long, the one that is missing and the one that does not belong', () => {
  const problems = checkValues(template, {
    thing1: '一二三四五六七八九十一二三四五六七八九十一',
    time2: '2026年12月1日 14:00',
    thing3: '报告厅',
    thing9: '多余',
  })
  expect(problems.thing1).toEqual({ code: 'field_too_long', limit: 20, length: 21 })
  expect(problems.thing4).toEqual({ code: 'field_empty' })
  expect(problems.thing9?.code).toBe('field_format')
  expect(problems.time2).toBeUndefined()
})

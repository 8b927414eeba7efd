import { reminderOf, reminderProblem, remindersInput } from './reminderForm'

it('reads minutes as staff would say them', () => {
  expect(reminderOf(1440)).toEqual({ count: 1, unit: 'day' })
  expect(reminderOf(120)).toEqual({ count: 2, unit: 'hour' })
  expect(reminderOf(90)).toEqual({ count: 90, unit: 'minute' })
})

it('refuses what is empty, too short, too long or there twice', () => {
  const reminders = [
    { count: 1, unit: 'day' as const },
    { count: null, unit: 'hour' as const },
    { count: 4, unit: 'minute' as const },
    { count: 31, unit: 'day' as const },
    { count: 24, unit: 'hour' as const },
  ]
  expect(reminders.map((_, index) => reminderProblem(reminders, index))).toEqual([
    undefined,
    '请填写时间，或移除这一项。',
    '至少提前 5 分钟。',
    '最多提前 30 天。',
    '与上面的提醒时间相同。',
  ])
})

it('sends minutes, the earliest reminder first', () => {
  expect(
    remindersInput([
      { count: 2, unit: 'hour' },
      { count: 1, unit: 'day' },
    ]),
  ).toEqual([1440, 120])
})

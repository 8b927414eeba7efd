import { compareTemplate, fieldChoiceProblem } from './templateChoice'

it.each([
  ['thing1', 'title', undefined, null],
  ['time2', 'time', undefined, null],
  ['date3', 'deadline', undefined, null],
  ['date3', 'time', undefined, 'field_source'],
  ['phone_number4', 'title', undefined, 'field_source'],
  ['phone_number4', 'text', '0756-2212827', null],
  ['phone_number4', 'text', '拨打我', 'field_format'],
  ['thing5', 'text', '字'.repeat(21), 'field_too_long'],
  ['thing5', 'text', undefined, 'field_empty'],
  ['enum_string6', 'text', '甲', 'field_type_unknown'],
] as const)('%s from %s with %s: %s', (key, source, text, code) => {
  expect(fieldChoiceProblem({ key, source, text })?.code ?? null).toBe(code)
})

it('compares what is used with what WeChat has', () => {
  const listed = [{ id: 'a', fields: [{ key: 'thing1' }, { key: 'time2' }] }]
  const using = (id: string, ...keys: string[]) => ({
    id,
    fields: keys.map((key) => ({ key, label: '', source: 'text' as const })),
  })
  expect(compareTemplate(using('a', 'time2', 'thing1'), listed)).toEqual({ state: 'same' })
  expect(compareTemplate(using('b', 'thing1'), listed)).toEqual({ state: 'gone' })
  expect(compareTemplate(using('a', 'thing1', 'thing9'), listed)).toEqual({
    state: 'differs',
    missing: ['time2'],
    unknown: ['thing9'],
  })
})

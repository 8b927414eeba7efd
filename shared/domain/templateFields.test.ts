import { checkField, fieldTypeOf, fitText } from './templateFields'

it.each([
  ['thing1', '社区义诊志愿服务日活动预告通知请查收', null],
  ['thing1', '一二三四五六七八九十一二三四五六七八九十一', 'field_too_long'],
  ['thing1', '一二三四五六七八九十一二三四五六七八九🎉', 'field_too_long'],
  ['thing1', '  ', 'field_empty'],
  ['thing1', '第一行\n第二行', 'field_control_character'],
  ['number2', '12.5', null],
  ['number2', '十二', 'field_format'],
  ['letter1', 'AbC', null],
  ['letter1', 'A1', 'field_format'],
  ['character_string3', 'ZH-2026/001', null],
  ['character_string3', '编号001', 'field_format'],
  ['time2', '15:01', null],
  ['time2', '2019年10月1日 15:01', null],
  ['time2', '2026年11月23日 14:00~16:30', null],
  ['time2', '2026年11月23日 14:00~2026年11月24日 01:00', null],
  ['time2', '2026-11-23 14:00', 'field_format'],
  ['time2', '明天下午', 'field_format'],
  ['date3', '2019年10月1日', null],
  ['date3', '2018.01.01', null],
  ['date3', '2018-01.01', 'field_format'],
  ['date3', '2018/01/01~2018/01/03', null],
  ['amount1', '¥100.50', null],
  ['amount1', '12345678901', 'field_format'],
  ['phone_number1', '0756-2212827', null],
  ['phone_number1', '电话0756', 'field_format'],
  ['car_number1', '粤C12345学', null],
  ['name1', '一二三四五六七八九十', null],
  ['name1', '一二三四五六七八九十一', 'field_format'],
  ['phrase1', '已取消', null],
  ['phrase1', '安排有调整了', 'field_too_long'],
  ['phrase1', 'OK', 'field_format'],
  ['symbol1', '★★', null],
  ['thing', '没有编号的键', 'field_format'],
])('%s takes %j: %s', (key, value, problem) => {
  expect(checkField(key, value)?.code ?? null).toBe(problem)
})

it('takes only listed values of an enum', () => {
  expect(checkField('enum1', '是', ['是', '否'])).toBeNull()
  expect(checkField('enum1', '也许', ['是', '否'])).toEqual({ code: 'field_format', type: 'enum' })
})

it('reads the type from a key, also one with an underscore', () => {
  expect(fieldTypeOf('character_string12')).toBe('character_string')
  expect(fieldTypeOf('unknown1')).toBeNull()
})

it('cuts a long title to what the field holds, never inside an emoji', () => {
  const cut = fitText('2026年社会工作宣传周启动仪式暨社区嘉年华活动', 20)
  expect(cut).toHaveLength(20)
  expect(cut.endsWith('…')).toBe(true)
  expect(fitText('一二三🎉', 4)).toBe('一二三…')
  expect(fitText('  两端 空白  ', 20)).toBe('两端 空白')
})

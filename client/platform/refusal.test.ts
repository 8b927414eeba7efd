import { refusalOf } from './refusal'

describe('what the phone refuses', () => {
  it.each([
    [{ errno: 103, errMsg: 'addPhoneCalendar:fail auth deny' }, '您没有允许使用手机日历', true],
    [{ errMsg: 'addPhoneCalendar:fail auth denied' }, '您没有允许使用手机日历', true],
    [{ errno: 104, errMsg: 'addPhoneCalendar:fail privacy permission is not authorized' }, '隐私保护指引', false],
    [
      { errno: 112, errMsg: 'addPhoneCalendar:fail api scope is not declared in the privacy agreement' },
      '联系协会办公室',
      false,
    ],
    [{ errMsg: 'addPhoneCalendar:fail cancel' }, '已取消', false],
    [{ errMsg: 'addPhoneCalendar:fail system permission denied' }, '系统设置', false],
    [{ errMsg: 'addPhoneCalendar:fail' }, '没有添加成功', false],
    ['something else', '没有添加成功', false],
    [undefined, '没有添加成功', false],
  ])('%p is told in words', (failure, words, settings) => {
    const refusal = refusalOf(failure, '日历')
    expect(refusal.words).toContain(words)
    expect(refusal.settings).toBe(settings)
  })
})

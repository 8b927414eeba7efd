import { describeReport, guidanceOf, reportOf } from './answers'

const REQUEST = '3f2c7c0e-6a55-4b8e-9d0a-0d4f8f4f2a11'

describe('what the member said in the subscribe dialog', () => {
  it('is reported for the templates that were asked, and nothing else', () => {
    const said = { errMsg: 'requestSubscribeMessage:ok', preview: 'accept', reminder: 'reject', other: 'accept' }
    expect(reportOf(REQUEST, ['preview', 'reminder', 'change'], said)).toEqual({
      requestId: REQUEST,
      answers: [
        { templateId: 'preview', answer: 'accept' },
        { templateId: 'reminder', answer: 'reject' },
      ],
    })
  })

  it('is not reported when the dialog answered nothing', () => {
    expect(
      reportOf(REQUEST, ['preview'], { errMsg: 'requestSubscribeMessage:ok', preview: 'acceptWithAudio' }),
    ).toBeNull()
  })

  it('is told back in words', () => {
    const report = (...answers: ('accept' | 'reject' | 'ban')[]) => ({
      requestId: REQUEST,
      answers: answers.map((answer, index) => ({ templateId: `t${index}`, answer })),
    })
    expect(describeReport(report('accept'))).toBe('已增加一次提醒')
    expect(describeReport(report('accept', 'accept'))).toBe('已开启，各加一次')
    expect(describeReport(report('accept', 'reject'))).toBe('已增加 1 项提醒')
    expect(describeReport(report('reject'))).toBe('您没有允许，提醒次数未变化')
    expect(describeReport(report('ban'))).toContain('联系协会')
  })
})

describe('a dialog that does not open', () => {
  it('sends the member to the settings when the main switch is off', () => {
    expect(guidanceOf(20004)).toMatchObject({ settings: true })
  })

  it('is silent when the member just closed it', () => {
    expect(guidanceOf(undefined)).toBeNull()
  })
})

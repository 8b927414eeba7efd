import { proposalsFor } from './fieldProposals'
import type { NoticeSubject, TemplateField } from './noticeDraft'
import { checkField, FIELD_TYPES } from './templateFields'

const subject: NoticeSubject = {
  title: '滨海长者健步行',
  organisation: '社工协会',
  startsAt: Date.UTC(2026, 11, 1, 6),
  endsAt: Date.UTC(2026, 11, 1, 8),
  venue: '海滨公园北门',
  signupDeadline: null,
}
const field = (key: string, more: Partial<TemplateField> = {}): TemplateField => ({
  key,
  label: key,
  source: 'text',
  ...more,
})

describe('proposals for a value that WeChat would refuse', () => {
  it('a title of 21 characters is shortened where it says less, then cut', () => {
    const title = '滨海长者健步行（第三期，名额有限）——欢迎各位街坊报名'
    expect(proposalsFor(field('thing1', { source: 'title' }), title, subject)).toEqual([
      '滨海长者健步行——欢迎各位街坊报名',
      '滨海长者健步行',
      '滨海长者健步行（第三期，名额有限）——…',
    ])
    expect(proposalsFor(field('thing1'), '字'.repeat(21), null)).toEqual([`${'字'.repeat(19)}…`])
  })

  it('line breaks of a paste become blanks', () => {
    expect(proposalsFor(field('thing1'), '海滨公园\n北门集合', null)).toEqual(['海滨公园 北门集合'])
  })

  it('a time that is written otherwise is written as WeChat wants it, and the event’s own stands beside it', () => {
    const time = field('time2', { source: 'time' })
    expect(proposalsFor(time, '2026-12-02 14：00', subject)).toEqual([
      '2026年12月2日 14:00',
      '2026年12月1日 14:00~16:00',
    ])
    expect(proposalsFor(time, '下周三下午', subject)).toEqual(['2026年12月1日 14:00~16:00'])
  })

  it('a change is called by a phrase of WeChat’s length', () => {
    expect(proposalsFor(field('phrase2'), '活动时间有所调整', subject)).toEqual(['时间调整', '地点调整', '安排调整'])
  })

  it('an empty value is what is known of the event; nothing is proposed for a good one', () => {
    expect(proposalsFor(field('thing3', { source: 'venue' }), ' ', subject)).toEqual(['海滨公园北门'])
    expect(proposalsFor(field('thing3', { source: 'venue' }), '协会二楼', subject)).toEqual([])
    expect(proposalsFor(field('enum4', { options: ['甲', '乙'] }), '丙', subject)).toEqual(['甲', '乙'])
  })

  it('no proposal is a telephone or a number cut short', () => {
    expect(proposalsFor(field('phone_number1'), '0756-1234567转8001转8002', null)).toEqual([])
    expect(proposalsFor(field('phone_number1'), '电话：0756-1234567', null)).toEqual(['0756-1234567'])
  })

  it('every proposal is one that WeChat takes', () => {
    const wild = [
      '',
      '　',
      '😀'.repeat(12),
      'x'.repeat(60),
      '1/2',
      '二○二六年',
      '（）',
      '—'.repeat(30),
      '\u0000坏',
      '12345678901234567890元',
    ]
    for (const type of FIELD_TYPES) {
      for (const value of wild) {
        const key = `${type}1`
        const proposed = proposalsFor(field(key), value, subject)
        expect([key, value, proposed.map((one) => checkField(key, one))]).toEqual([
          key,
          value,
          proposed.map(() => null),
        ])
      }
    }
  })
})

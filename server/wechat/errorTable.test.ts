import { meaningOf } from './errorTable'

const kindOf = (errcode: number) => {
  const meaning = meaningOf(errcode, 'said', null)
  return meaning === 'token' ? 'token' : meaning.kind
}

describe('what WeChat’s codes mean for a delivery', () => {
  it.each([
    [0, 'accepted'],
    [-1, 'uncertain'],
    [40001, 'token'],
    [40014, 'token'],
    [41001, 'token'],
    [42001, 'token'],
    [40003, 'member_no'],
    [43101, 'member_no'],
    [40037, 'notice_no'],
    [41030, 'notice_no'],
    [47003, 'notice_no'],
    [43107, 'notice_no'],
    [48001, 'notice_no'],
    [48004, 'notice_no'],
    [45168, 'delivery_no'],
    [43108, 'not_sent'],
    [45009, 'not_sent'],
    [45011, 'not_sent'],
    [40013, 'not_sent'],
    [40164, 'not_sent'],
    [99999, 'uncertain'],
  ])('%i: %s', (errcode, expected) => expect(kindOf(errcode)).toBe(expected))

  it('only 43101 shows that our count of grants was wrong', () => {
    expect(meaningOf(43101, '', null)).toMatchObject({ reason: 'not_subscribed', grantGone: true })
    expect(meaningOf(40003, '', null)).toMatchObject({ reason: 'invalid_openid', grantGone: false })
  })

  it('the day’s quota waits for the day, a limit a minute for the minute', () => {
    expect(meaningOf(45009, '', null)).toMatchObject({ budget: 'daily' })
    expect(meaningOf(45011, '', null)).toMatchObject({ budget: 'rate', waitMs: 60_000 })
    expect(meaningOf(43108, '', null)).toMatchObject({ budget: 'rate', waitMs: 2_000 })
  })
})

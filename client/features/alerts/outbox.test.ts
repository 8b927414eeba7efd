import { OUTBOX_LIMIT, put, take, worthAnotherTry } from './outbox'

const report = (requestId: string) => ({ requestId, answers: [{ templateId: 't', answer: 'accept' as const }] })

describe('answers that did not reach the server yet', () => {
  it('wait in order and leave once confirmed', () => {
    const waiting = put(put([], report('a')), report('b'))
    expect(waiting.map((entry) => entry.requestId)).toEqual(['a', 'b'])
    expect(take(waiting, 'a')).toEqual([report('b')])
  })

  it('wait once however often they are put', () => {
    expect(put(put([], report('a')), report('a'))).toHaveLength(1)
  })

  it('do not fill the phone', () => {
    let waiting = put([], report('0'))
    for (let index = 1; index <= OUTBOX_LIMIT; index += 1) waiting = put(waiting, report(String(index)))
    expect(waiting).toHaveLength(OUTBOX_LIMIT)
    expect(waiting[0]?.requestId).toBe('1')
  })

  it.each([
    [0, true],
    [401, true],
    [429, true],
    [503, true],
    [400, false],
    [422, false],
  ])('after %p are sent again: %p', (status, again) => {
    expect(worthAnotherTry(status)).toBe(again)
  })
})

import { Dispatcher } from './dispatcher'
import type { NoticeJob, Outcome, SendRequest, SendResult } from './ports'
import { DEFAULT_SETTINGS } from './settings'

const JOB: NoticeJob = { id: 'n', kind: 'preview', templateId: 't', values: {}, page: '' }
const ACCEPTED: SendResult = { kind: 'accepted', msgid: null }

function bench(parts: { ready?: () => Promise<void>; answer?: SendResult } = {}) {
  let time = 1_000
  const sent: SendRequest[] = []
  const outcomes: Outcome[] = []
  const closed: number[] = []
  const dispatcher = new Dispatcher({
    messenger: {
      ready: parts.ready,
      send: (request) => {
        sent.push(request)
        return Promise.resolve(parts.answer ?? ACCEPTED)
      },
    },
    clock: { now: () => Date.UTC(2026, 10, 23, 4) },
    monotonic: () => time,
    settings: DEFAULT_SETTINGS,
    mayTouch: () => true,
    onOutcome: (_worker, _claim, outcome) => outcomes.push(outcome),
    onHalt: () => undefined,
    onResult: () => undefined,
    onClosed: (until) => closed.push(until),
  })
  const take = (deliveryId: string, startsInMs?: number) =>
    dispatcher.take(
      {
        deliveryId,
        noticeId: 'n',
        memberId: 'm',
        openid: deliveryId,
        used: { attempt: 0, token: 0, rate: 0 },
        startsInMs,
      },
      JOB,
      'w',
      time,
    )
  const pass = (ms: number) => {
    time += ms
  }
  return { dispatcher, sent, outcomes, closed, take, pass }
}

describe('a send that has a slot', () => {
  it('does not start before it', async () => {
    const { dispatcher, sent, take, pass } = bench()
    take('d', 40)
    dispatcher.pump()
    expect(sent).toEqual([])
    pass(40)
    dispatcher.pump()
    await dispatcher.close()
    expect(sent.map((request) => request.openid)).toEqual(['d'])
  })

  it('is put back when it has missed it, and is free to get another at once', async () => {
    const { dispatcher, sent, outcomes, take, pass } = bench()
    take('late', 0)
    pass(61)
    dispatcher.pump()
    await dispatcher.close()
    expect(sent).toEqual([])
    expect(outcomes).toEqual([{ deliveryId: 'late', to: 'pending', notBefore: 0, spend: null }])
  })

  it('is put back when the new token took too long', async () => {
    const house = bench({
      ready: () => {
        house.pass(200)
        return Promise.resolve()
      },
    })
    house.take('d', 0)
    house.dispatcher.pump()
    await house.dispatcher.close()
    expect(house.sent).toEqual([])
    expect(house.outcomes).toEqual([{ deliveryId: 'd', to: 'pending', notBefore: 0, spend: null }])
  })

  it('is not made again by itself with a new token, one without a slot is', async () => {
    const { dispatcher, sent, take } = bench()
    take('slot', 0)
    take('free')
    dispatcher.pump()
    await dispatcher.close()
    expect(sent.map(({ openid, again }) => [openid, again]).sort()).toEqual([
      ['free', true],
      ['slot', false],
    ])
  })
})

it('says once for the whole fleet that the day’s quota is used up', async () => {
  const { dispatcher, outcomes, closed, take } = bench({
    answer: { kind: 'not_sent', budget: 'daily', waitMs: 0, detail: '45009' },
  })
  const tomorrow = Date.UTC(2026, 10, 23, 16)
  for (const id of ['a', 'b']) take(id)
  dispatcher.pump()
  await dispatcher.close()
  expect(closed).toEqual([tomorrow])
  expect(outcomes.map((outcome) => outcome.to)).toEqual(['pending', 'pending'])
})

it('puts back what has not started of a notice that was paused', () => {
  const { dispatcher, outcomes, take } = bench()
  take('d', 400)
  dispatcher.putBackOf('another')
  expect(outcomes).toEqual([])
  dispatcher.putBackOf('n')
  expect(outcomes).toEqual([{ deliveryId: 'd', to: 'pending', notBefore: 0, spend: null }])
})

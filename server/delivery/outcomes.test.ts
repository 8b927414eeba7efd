import { OutcomeRecorder, type Settled } from './outcomes'

const settled = (deliveryId: string): Settled => ({
  worker: 'w',
  claim: {
    deliveryId,
    noticeId: 'n',
    memberId: 'm',
    openid: 'o',
    used: { attempt: 0, token: 0, rate: 0 },
  },
  outcome: { deliveryId, to: 'sent', msgid: null },
})

describe('outcomes are recorded', () => {
  it('in groups: what comes in during a commit is the next group', async () => {
    const groups: string[][] = []
    let more = true
    const recorder = new OutcomeRecorder(
      async (group) => {
        groups.push(group.map((entry) => entry.outcome.deliveryId))
        if (more) for (const id of ['c', 'd']) recorder.add(settled(id))
        more = false
        await Promise.resolve()
      },
      () => undefined,
      () => undefined,
    )
    for (const id of ['a', 'b']) recorder.add(settled(id))
    await recorder.idle()
    expect(groups).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  it('again and again while the database is away, and none is dropped', async () => {
    const saved: string[] = []
    let failures = 0
    const recorder = new OutcomeRecorder(
      (group) => {
        if (failures < 2) return Promise.reject(new Error('away'))
        saved.push(...group.map((entry) => entry.outcome.deliveryId))
        return Promise.resolve()
      },
      () => undefined,
      () => {
        failures += 1
        recorder.add(settled(`later-${failures}`))
      },
    )
    recorder.add(settled('first'))
    await recorder.idle()
    expect(saved).toEqual(['first', 'later-1', 'later-2'])
  })
})

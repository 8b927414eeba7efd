import { Loop } from './loop'

const nextTurns = async (count = 5) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((next) => setImmediate(next))
}

describe('a loop', () => {
  it('rests until it is poked, and a poke in mid-step is not lost', async () => {
    let steps = 0
    const loop: Loop = new Loop(
      () => {
        steps += 1
        if (steps === 2) loop.poke()
        return Promise.resolve(null)
      },
      () => undefined,
    )
    loop.start()
    await nextTurns()
    expect(steps).toBe(1)
    loop.poke()
    await nextTurns()
    expect(steps).toBe(3)
    await loop.stop()
  })

  it('goes on after a step that failed, and ends when it is told to', async () => {
    const failures: unknown[] = []
    let steps = 0
    const loop = new Loop(
      () => {
        steps += 1
        return steps === 1 ? Promise.reject(new Error('away')) : Promise.resolve(null)
      },
      (error) => failures.push(error),
    )
    loop.start()
    await nextTurns()
    loop.poke()
    await nextTurns()
    expect([steps, failures.length]).toEqual([2, 1])
    await loop.stop()
    loop.poke()
    await nextTurns()
    expect(steps).toBe(2)
  })

  it('lets others have a turn between steps that follow each other at once', async () => {
    let steps = 0
    const loop = new Loop(
      () => {
        steps += 1
        return Promise.resolve(0)
      },
      () => undefined,
    )
    loop.start()
    const served = new Promise((done) => setTimeout(done, 1))
    await served
    expect(steps).toBeGreaterThan(0)
    await loop.stop()
  })
})

import { createQueue } from './queue'

const turn = () => new Promise((resolve) => setTimeout(resolve, 0))

it('runs ten at once, the others as places come free, whatever came of those before', async () => {
  const queue = createQueue(10)
  const ends: ((failed?: boolean) => void)[] = []
  const task = () =>
    new Promise<number>((resolve, reject) => ends.push((failed) => (failed ? reject(new Error('gone')) : resolve(1))))
  const answers = Array.from({ length: 13 }, () => queue.run(task).catch(() => 0))
  expect(ends).toHaveLength(10)
  ends[0]?.(true)
  ends[1]?.()
  await turn()
  expect(ends).toHaveLength(12)
  ends.slice(2).forEach((end) => end())
  await turn()
  ends[12]?.()
  expect(await Promise.all(answers)).toEqual([0, ...Array.from({ length: 12 }, () => 1)])
})

it('never starts what was given up while it waited', async () => {
  const queue = createQueue(1)
  const started: string[] = []
  let end = (): void => undefined
  const task = (name: string) => () => {
    started.push(name)
    return new Promise<void>((resolve) => (end = resolve))
  }
  const stops: (() => void)[] = []
  const first = queue.run(task('first'))
  const left = queue.run(task('left'), (stop) => stops.push(stop)).catch(() => 'given up')
  const last = queue.run(task('last'))
  stops[0]?.()
  expect(await left).toBe('given up')
  end()
  await first
  await turn()
  end()
  await last
  expect(started).toEqual(['first', 'last'])
})

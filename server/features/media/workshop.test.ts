import { createWorkshop } from './workshop'

test('many pictures at once: two are worked on, the others wait their turn, one too many is told to come later', async () => {
  const workshop = createWorkshop({ atOnce: 2, waiting: 3 })
  let under = 0
  let most = 0
  const gates: (() => void)[] = []
  const work = (name: string) =>
    workshop.run(async () => {
      under += 1
      most = Math.max(most, under)
      await new Promise<void>((open) => gates.push(open))
      under -= 1
      return name
    })
  const works = ['a', 'b', 'c', 'd', 'e'].map(work)
  await expect(work('f')).rejects.toMatchObject({ code: 'media_busy' })
  for (let opened = 0; opened < 5; opened += 1) {
    while (gates.length === 0) await new Promise(setImmediate)
    gates.shift()?.()
  }
  expect(await Promise.all(works)).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(most).toBe(2)
})

test('a picture that fails frees its place', async () => {
  const workshop = createWorkshop({ atOnce: 1, waiting: 0 })
  await expect(workshop.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await workshop.run(() => Promise.resolve('next'))).toBe('next')
})

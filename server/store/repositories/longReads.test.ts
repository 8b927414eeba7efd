import { createLongReads } from './longReads'

describe('reads over very many rows', () => {
  const setUp = () => {
    let time = 0
    let reads = 0
    const read = createLongReads(() => time)
    const take = (ms: number) =>
      read('a', async () => {
        await Promise.resolve()
        time += ms
        reads += 1
        return reads
      })
    return { take, pass: (ms: number) => (time += ms) }
  }

  it('are made once for all who ask meanwhile', async () => {
    const { take } = setUp()
    expect(await Promise.all([take(1), take(1), take(1)])).toEqual([1, 1, 1])
  })

  it('when quick, are made anew each time', async () => {
    const { take } = setUp()
    expect([await take(10), await take(10)]).toEqual([1, 2])
  })

  it('when long, are not made again before twenty times as long has passed', async () => {
    const { take, pass } = setUp()
    expect(await take(600)).toBe(1)
    pass(11_999)
    expect(await take(600)).toBe(1)
    pass(1)
    expect(await take(600)).toBe(2)
  })

  it('that failed leave nothing behind', async () => {
    const read = createLongReads()
    await expect(read('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
    expect(await read('a', async () => 7)).toBe(7)
  })
})

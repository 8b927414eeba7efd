import { newReader, readFor, shareReading } from './readers'

function source() {
  const stops: string[] = []
  let started = 0
  const read = (name: string) => () =>
    shareReading(name, (onStop) => {
      started += 1
      onStop(() => stops.push(name))
      return new Promise<string>(() => undefined)
    })
  return { stops, read, started: () => started }
}

describe('readings', () => {
  it('go out once when two pages want the same, and on until both have left', () => {
    const { stops, read, started } = source()
    const [one, two] = [newReader(), newReader()]
    void readFor(one, read('/a'))
    void readFor(two, read('/a'))
    expect(started()).toBe(1)
    one.leave()
    expect(stops).toEqual([])
    two.leave()
    expect(stops).toEqual(['/a'])
  })

  it('are asked anew after they were given up', () => {
    const { read, started } = source()
    const one = newReader()
    void readFor(one, read('/b'))
    one.leave()
    void readFor(newReader(), read('/b'))
    expect(started()).toBe(2)
  })

  it('are not given up when somebody else than a page wants them', () => {
    const { stops, read } = source()
    const one = newReader()
    void readFor(one, read('/c'))
    void read('/c')()
    one.leave()
    expect(stops).toEqual([])
  })

  it('end their name when they have failed', async () => {
    let tries = 0
    const failing = () =>
      shareReading('/d', () => {
        tries += 1
        return Promise.reject(new Error('gone'))
      })
    await expect(failing()).rejects.toThrow('gone')
    await expect(failing()).rejects.toThrow('gone')
    expect(tries).toBe(2)
  })
})

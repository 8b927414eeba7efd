import { admit } from './cacheIndex'

const entry = (key: string, size: number) => ({ key, size })

describe('what was read stays on the phone within its cap', () => {
  it('drops the article that was opened longest ago', () => {
    const kept = ['a', 'b', 'c', 'd'].map((key) => entry(key, 20))
    const next = admit(kept, entry('e', 20), 80)
    expect(next).toEqual({ index: [...kept.slice(1), entry('e', 20)], evicted: ['a'] })
  })

  it('counts an article that is read again once, as the freshest', () => {
    const index = [entry('a', 20), entry('b', 20)]
    expect(admit(index, entry('a', 10), 80)).toEqual({ index: [entry('b', 20), entry('a', 10)], evicted: [] })
  })

  it('does not keep one that would push out most of the others', () => {
    expect(admit([entry('a', 20)], entry('huge', 50), 80)).toEqual({ index: [entry('a', 20)], evicted: ['huge'] })
  })
})

import { asReadLog, READ_LIMIT, withRead, type ReadEntry } from './readEntries'

const opened = (id: string, at = 1): ReadEntry => ({ id, title: `文章${id}`, channel: '通知公告', at })

describe('what was read on this phone', () => {
  it('has the last opening in front, and each article once', () => {
    const log = ['a', 'b', 'a'].reduce<ReadEntry[]>((before, id, at) => withRead(before, opened(id, at)), [])
    expect(log).toEqual([opened('a', 2), opened('b', 1)])
  })

  it('keeps to its cap', () => {
    const full = Array.from({ length: READ_LIMIT }, (_, place) => opened(String(place)))
    const next = withRead(full, opened('new'))
    expect(next).toHaveLength(READ_LIMIT)
    expect(next[0]?.id).toBe('new')
    expect(next.some(({ id }) => id === String(READ_LIMIT - 1))).toBe(false)
  })

  it.each([null, 'x', {}, 7])('is empty when the storage holds %p', (value) => expect(asReadLog(value)).toEqual([]))

  it('drops entries that were spoilt and keeps the others', () => {
    expect(asReadLog([null, { id: 3 }, opened('a'), 'b'])).toEqual([opened('a')])
  })
})

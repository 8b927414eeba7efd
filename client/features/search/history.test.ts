import { HISTORY_LIMIT, readHistory, withoutQuestion, withQuestion } from './history'

describe('what was searched for on this phone', () => {
  it('keeps the newest ten, each once', () => {
    let history: string[] = []
    for (let count = 0; count < 12; count += 1) history = withQuestion(history, `第${count}次`)
    expect(history).toHaveLength(HISTORY_LIMIT)
    expect(history[0]).toBe('第11次')
    expect(withQuestion(history, '第5次').slice(0, 2)).toEqual(['第5次', '第11次'])
    expect(withQuestion(history, '第5次')).toHaveLength(HISTORY_LIMIT)
  })

  it('forgets one', () => expect(withoutQuestion(['甲', '乙'], '甲')).toEqual(['乙']))

  it.each([null, 'x', { 0: '甲' }, 7])('starts anew when the storage holds %p', (kept) =>
    expect(readHistory(kept)).toEqual([]),
  )

  it('keeps what is whole in a storage that is partly broken', () => {
    expect(readHistory(['甲', 7, null, ' 甲 ', '', '乙'])).toEqual(['甲', '乙'])
  })
})

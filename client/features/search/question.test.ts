import { cleaned, LONGEST, questionOf, searchPath } from './question'

describe('what a member asks', () => {
  it('loses stray spaces and what is too long', () => {
    expect(cleaned('  志愿　 者\n培训 ')).toBe('志愿 者 培训')
    expect(cleaned('长'.repeat(80))).toHaveLength(LONGEST)
    expect(cleaned(' \n ')).toBe('')
  })

  it('stands in the address and is read back from it, decoded or not', () => {
    const question = { q: '100% 志愿&服务', channel: 'events', year: 2026 }
    const path = searchPath(question)
    expect(path).toMatch(/^\/pages\/search\/index\?q=[^&]+&channel=events&year=2026$/)
    const raw = Object.fromEntries(
      (path.split('?')[1] ?? '').split('&').map((pair) => pair.split('=') as [string, string]),
    )
    expect(questionOf(raw)).toEqual(question)
    expect(questionOf(Object.fromEntries(new URLSearchParams(path.split('?')[1])))).toEqual(question)
    expect(searchPath(null)).toBe('/pages/search/index')
  })

  it.each([{}, { q: '' }, { q: '%20' }, { channel: 'events' }])('is nothing in %p', (params) =>
    expect(questionOf(params)).toBeNull(),
  )

  it.each([
    ['a broken escape', { q: '%E4%BD' }, { q: '%E4%BD', channel: null, year: null }],
    ['a channel that is none', { q: 'a', channel: '../x' }, { q: 'a', channel: null, year: null }],
    ['a year that is none', { q: 'a', year: '20x6' }, { q: 'a', channel: null, year: null }],
  ])('survives %s', (_name, params, question) => expect(questionOf(params)).toEqual(question))
})

import { normaliseHref } from './href'

describe('the address of a link', () => {
  it.each([
    ['https://example.org/a?b=1', 'https://example.org/a?b=1'],
    ['www.example.org', 'https://www.example.org'],
    ['example.org:8080/a', 'https://example.org:8080/a'],
    ['0756-2212827', 'tel:0756-2212827'],
    ['office@example.org', 'mailto:office@example.org'],
    ['tel:12345', 'tel:12345'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(normaliseHref(typed)).toBe(kept)
  })

  it.each([
    '',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '看这里',
    'a b.org',
    'https://localhost',
  ])('%j is none that readers may follow', (typed) => {
    expect(normaliseHref(typed)).toBeNull()
  })
})

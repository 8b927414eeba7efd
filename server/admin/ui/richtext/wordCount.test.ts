import { wordCount } from './wordCount'

test('each Chinese character counts, and each word or number of other writing; marks and markup do not', () => {
  expect(wordCount('<p>请于 2026 年带 <strong>A4</strong> 纸。</p><p>Don&nbsp;you</p><img alt="x">')).toBe(9)
  expect(wordCount('')).toBe(0)
})

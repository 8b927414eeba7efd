import { foldText, foldWithPlaces, placeOf, soughtTokens, tokensOf, wordsOf } from './searchWords'

/** Whether a text has the tokens that a word is sought by. */
const isFound = (text: string, word: string): boolean => {
  const tokens = [...tokensOf(foldText(text))]
  return soughtTokens(foldText(word)).every(({ token, open }) =>
    tokens.some((candidate) => (open ? candidate.startsWith(token) : candidate === token)),
  )
}

test('a question is cut into words; whatever is no letter and no digit only parts them', () => {
  expect(wordsOf(' 志愿者  "红树林" OR -x* ＡＢ')).toEqual(['志愿者', '红树林', 'or', 'x', 'ab'])
  expect(wordsOf('😀！？""**')).toEqual([])
  expect(wordsOf('社工 社工')).toEqual(['社工'])
})

test.each([
  ['珠海市社会工作协会', '工作'],
  ['珠海市社会工作协会', '会'],
  ['珠海市社会工作协会', '珠'],
  ['珠海市社会工作协会', '社会工作'],
  ['第3届Workshop说明', 'work'],
  ['第3届Workshop说明', '3'],
  ['第3届Workshop说明', '届'],
  ['第3届Workshop说明', 'Workshop说明'],
  ['𠮷野家', '𠮷野'],
  ['𠮷野家', '𠮷'],
  ['Ｃａｆé', 'cafe\u0301'.normalize('NFC')],
  ['ひらがな', 'らが'],
  ['Ёлка', 'ёл'],
])('%s is found by %s', (text, word) => {
  expect(isFound(text, word)).toBe(true)
  expect(placeOf(foldText(text), foldText(word))).toBeGreaterThanOrEqual(0)
})

test.each([
  ['珠海市社会工作协会', '会工协'],
  ['珠海市社会工作协会', '海社'],
  ['restart', 'art'],
  ['第13届', '3'],
])('%s is not found by %s', (text, word) => {
  expect(placeOf(foldText(text), foldText(word))).toBe(-1)
})

test('tokens are plain letters and digits of bounded length, whatever the text', () => {
  const text = foldText(`${'长'.repeat(50)} ${'x'.repeat(500)} ${'ж'.repeat(500)} 😀 𠮷𠮷 "; DROP`)
  for (const token of tokensOf(text)) expect(token).toMatch(/^[a-z0-9]{3,80}$/)
})

test('places in the plain form tell where they come from', () => {
  const { folded, places } = foldWithPlaces('Ａ㎡😀社')
  expect(folded).toBe('am2😀社')
  expect(places).toEqual([0, 1, 1, 2, 2, 4, 5])
})

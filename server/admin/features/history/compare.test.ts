/** @jest-environment jsdom */
import { compare } from './compare'
import { readable } from './readable'

const marked = (pieces: { text: string; marked: boolean }[]) =>
  pieces.filter((piece) => piece.marked).map(({ text }) => text)
const whole = (pieces: { text: string }[]) => pieces.map(({ text }) => text).join('')

test('only the words that differ are marked, on the side on which they stand', () => {
  const { before, after, same } = compare('活动定于星期五下午举行。', '活动改于星期六下午举行。')
  expect(same).toBe(false)
  expect(whole(before)).toBe('活动定于星期五下午举行。')
  expect(whole(after)).toBe('活动改于星期六下午举行。')
  expect(marked(before).join('')).toContain('五')
  expect(marked(after).join('')).toContain('六')
  expect(marked(after).join('')).not.toContain('下午举行')
})

test('equal texts have no mark; two long texts with nothing in common are marked whole', () => {
  expect(compare('一样', '一样')).toEqual({
    before: [{ text: '一样', marked: false }],
    after: [{ text: '一样', marked: false }],
    same: true,
  })
  const many = (word: string) => Array.from({ length: 9_000 }, (_, at) => `${word}${at} `).join('')
  expect(marked(compare(many('甲'), many('乙')).after)).toEqual([many('乙')])
})

test('a body is read block by block, with its pictures named', () => {
  const html =
    '<h2>安排</h2><p>请提前<strong>到场</strong>。<br>带身份证。</p><ul><li>水杯</li></ul>' +
    '<img src="/uploads/a.webp" alt="海边"><hr><table><tr><th>日期</th><td>5日</td></tr></table>'
  expect(readable(html).split('\n')).toEqual([
    '安排',
    '请提前到场。',
    '带身份证。',
    '水杯',
    '〔图片：海边〕〔分隔线〕',
    '日期 5日',
  ])
})

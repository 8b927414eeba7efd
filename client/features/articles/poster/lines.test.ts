import { linesOf } from './lines'

/** Chinese takes 10, a letter 5. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 255 ? 10 : 5), 0)
const set = (text: string, width: number, most = 9) => linesOf(text, widthOf, width, most)

describe('the title on a poster', () => {
  it('breaks where the width ends', () => expect(set('珠海市社会工作协会', 40)).toEqual(['珠海市社', '会工作协', '会']))

  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(set('今天学习，明天“实践”。', 40)).toEqual(['今天学习，', '明天“实', '践”。'])
    expect(set('请参加“实践”', 40)).toEqual(['请参加', '“实践”'])
  })

  it('tears no word and no number', () =>
    expect(set('电话 0756-2212827 咨询', 70)).toEqual(['电话', '0756-2212827', '咨询']))

  it('ends with an ellipsis when 200 characters do not fit, within the width', () => {
    const lines = set('长'.repeat(200), 100, 3)
    expect(lines).toHaveLength(3)
    expect(lines[2]).toMatch(/…$/)
    expect(lines.every((line) => widthOf(line) <= 100)).toBe(true)
  })

  it('has no line when there is no text', () => expect(set('   ', 40)).toEqual([]))
})

import type { Block } from './bodyText'
import { readingMinutes } from './readingTime'

const said = (text: string): Block => ({ type: 'paragraph', content: [{ text }] })
const picture: Block = { type: 'image', url: '/uploads/a.webp', alt: '' }

describe('how long an article takes to read', () => {
  it('is a minute at least, and nothing when there is nothing to read', () => {
    expect(readingMinutes([said('请带身份证。')])).toBe(1)
    expect(readingMinutes([])).toBeNull()
    expect(readingMinutes([{ type: 'divider' }])).toBeNull()
  })

  it('grows with the characters, the foreign words and the pictures', () => {
    expect(readingMinutes([said('字'.repeat(1_200))])).toBe(3)
    expect(readingMinutes([said('word '.repeat(400))])).toBe(2)
    expect(readingMinutes([said('字'.repeat(800)), ...Array<Block>(5).fill(picture)])).toBe(3)
  })

  it('does not stumble over a block that it does not know', () => {
    expect(readingMinutes([{ type: 'video' }, null, said('字')] as Block[])).toBe(1)
  })
})

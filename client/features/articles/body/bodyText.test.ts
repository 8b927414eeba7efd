import { isKnown, markersOf, targetOf } from './bodyText'

describe('a link in an article', () => {
  it.each([
    ['/pages/article/index?id=abc', { kind: 'page', path: '/pages/article/index?id=abc' }],
    ['tel:0756-2212827', { kind: 'phone', number: '0756-2212827' }],
    ['https://www.zhuhai.gov.cn/', { kind: 'address', address: 'https://www.zhuhai.gov.cn/' }],
    ['javascript:alert(1)', { kind: 'none' }],
    ['data:text/html,x', { kind: 'none' }],
    ['/admin', { kind: 'none' }],
  ])('%s', (href, target) => {
    expect(targetOf(href)).toEqual(target)
  })
})

describe('a list in an article', () => {
  const list = (ordered: boolean, ...depths: number[]) => ({
    type: 'list' as const,
    ordered,
    items: depths.map((depth) => ({ depth, content: [] })),
  })

  it('counts each depth on its own and again under the next item', () => {
    expect(markersOf(list(true, 0, 0, 1, 1, 0, 1))).toEqual(['1.', '2.', '1.', '2.', '3.', '1.'])
  })

  it('has dots when it is not ordered', () => {
    expect(markersOf(list(false, 0, 1))).toEqual(['•', '•'])
  })
})

describe('a block that this version may not know', () => {
  it.each([
    [{ type: 'paragraph', content: [{ text: '通知' }] }, true],
    [{ type: 'divider' }, true],
    [{ type: 'table', rows: [[{ header: true, content: [{ text: '日期' }] }]] }, true],
    [{ type: 'video', url: '/uploads/a.mp4' }, false],
    [{ type: 'paragraph', content: '通知' }, false],
    [{ type: 'paragraph', content: [null] }, false],
    [{ type: 'list', ordered: true }, false],
    [{ type: 'table', rows: [null] }, false],
    [{ type: 'image' }, false],
    [null, false],
    ['<script>', false],
  ])('%j', (block, known) => expect(isKnown(block)).toBe(known))
})

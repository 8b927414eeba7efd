import { inputOf, moved, nameProblem, newlyHidden, type ChannelForm } from './channelForm'

const leaf = (slug: string, name: string, hidden = false) => ({
  ...{ slug, name, hidden },
  fileName: name,
  kind: 'articles' as const,
})
const channels = (hidden = false): ChannelForm[] => [
  { ...leaf('news', '协会资讯'), kind: 'group', children: [leaf('notices', '通知公告', hidden)] },
  { ...leaf('site', '本站公告'), children: [] },
]

it('moves one place, and not beyond', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b'])
})

it('says what is wrong with a name', () => {
  const [news, site] = channels()
  if (news === undefined || site === undefined) throw new Error('two')
  expect(nameProblem([news, site], 'site')).toBeUndefined()
  expect(nameProblem([news, { ...site, name: ' ' }], 'site')).toBe('请填写名称。')
  expect(nameProblem([news, { ...site, name: '通知公告' }], 'site')).toBe('与另一个栏目的名称相同。')
  expect(nameProblem([news, { ...site, name: '名'.repeat(21) }], 'site')).toBe('最多 20 个字，现有 21 个。')
})

it('knows what members are about to lose, and sends no more than is asked for', () => {
  expect(newlyHidden(channels(), channels(true))).toEqual(['通知公告'])
  expect(newlyHidden(channels(true), channels(true))).toEqual([])
  expect(inputOf(channels()).channels[1]).toEqual({ slug: 'site', name: '本站公告', hidden: false, children: [] })
})

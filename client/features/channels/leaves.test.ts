import { leavesOf } from './leaves'

it('a group stands for the channels within it', () => {
  const tree = [
    {
      id: '1',
      slug: 'news',
      name: '协会资讯',
      kind: 'group' as const,
      children: [
        { id: '2', slug: 'notices', name: '通知公告', kind: 'articles' as const },
        { id: '3', slug: 'events', name: '活动预告', kind: 'events' as const },
      ],
    },
    { id: '4', slug: 'site', name: '本站公告', kind: 'articles' as const, children: [] },
  ]
  expect(leavesOf(tree).map((leaf) => leaf.slug)).toEqual(['notices', 'events', 'site'])
})

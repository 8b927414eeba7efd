import { arrangeChannels, type PlannedChannel } from './channels'

const plan: PlannedChannel[] = [
  { slug: 'news', name: '协会资讯', kind: 'group', parent: null, position: 0 },
  { slug: 'notices', name: '通知公告', kind: 'articles', parent: 'news', position: 0 },
  { slug: 'events', name: '活动预告', kind: 'events', parent: 'news', position: 1 },
  { slug: 'site', name: '本站公告', kind: 'articles', parent: null, position: 1 },
]
const wish = (slug: string, more: { name?: string; hidden?: boolean } = {}) => ({
  ...{ slug, name: null, hidden: false },
  ...more,
})
const hiddenOf = (wishes: Parameters<typeof arrangeChannels>[1]) =>
  arrangeChannels(plan, wishes)
    .filter(({ hidden }) => hidden)
    .map(({ slug }) => slug)

it('is the file’s own while nobody wants otherwise', () => {
  expect(arrangeChannels(plan, [])).toEqual(plan.map((channel) => ({ ...channel, hidden: false })))
})

it('follows order and names, and puts what the file adds later last', () => {
  const arranged = arrangeChannels(plan, [wish('site'), wish('events', { name: '活动' }), wish('notices')])
  expect(arranged.map(({ slug, name, position }) => [slug, name, position])).toEqual([
    ['news', '协会资讯', 1],
    ['notices', '通知公告', 1],
    ['events', '活动', 0],
    ['site', '本站公告', 0],
  ])
})

it('hides what is in a hidden group, and a group of which nothing is left', () => {
  expect(hiddenOf([wish('news', { hidden: true })])).toEqual(['news', 'notices', 'events'])
  expect(hiddenOf([wish('notices', { hidden: true })])).toEqual(['notices'])
  expect(hiddenOf([wish('notices', { hidden: true }), wish('events', { hidden: true })])).toEqual([
    'news',
    'notices',
    'events',
  ])
})

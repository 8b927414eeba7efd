import { checkArticle, oddPhones, type CheckedArticle } from './articleChecks'
import { DAY_MS, fromWallClock, HOUR_MS } from './time'

const NOW = fromWallClock({ year: 2026, month: 11, day: 23, hour: 9 })
const article = (more: Partial<CheckedArticle> = {}): CheckedArticle => ({
  title: '关于办公时间调整的通知',
  hasCover: true,
  coverAlt: '办公楼',
  pictures: [],
  text: '',
  event: null,
  isPublished: false,
  ...more,
})
const codes = (more: Partial<CheckedArticle>, affairs: string[] = []) =>
  checkArticle(article(more), affairs, NOW).map(({ code, found }) => (found === '' ? code : `${code} ${found}`))

test.each([
  '联系电话：0756-2212827',
  '咨询电话：0756 2212827转8003',
  '手机13800138000（林社工）',
  '请致电 138-0013-8000 报名',
  '热线：400-820-8820',
  '服务热线 12345、12349',
  '电话：2212827',
  '+86 756 2212827',
  '电话：010-62345678-805',
  '2026-11-23 至 2026-12-01，每天 08:30-12:00',
  '报名截止 2026年12月1日',
  '经费 13800.50 元，编号 440402199001011234',
])('%s: nothing is wrong', (text) => {
  expect(oddPhones(text)).toEqual([])
})

test.each([
  ['联系电话：0756-221282', '0756-221282'],
  ['手机：1380013800', '1380013800'],
  ['138001380001', '138001380001'],
  ['请致电 12800138000', '12800138000'],
  ['电话 0756-22128278899', '0756-22128278899'],
])('%s: %s does not look right', (text, odd) => {
  expect(oddPhones(text)).toEqual([odd])
})

test('an article that is well made has nothing to be looked at', () => {
  expect(codes({ pictures: ['海边的灯塔'], text: '电话 0756-2212827' }, ['选举'])).toEqual([])
})

test('pictures without words, no cover, a title too long, current affairs', () => {
  expect(codes({ hasCover: false, coverAlt: '', pictures: ['好', ' ', ''] })).toEqual([
    'cover_missing',
    'picture_alt_missing 2',
    'picture_alt_missing 3',
  ])
  expect(codes({ coverAlt: '' })).toEqual(['cover_alt_missing'])
  expect(codes({ title: '长'.repeat(29) })).toEqual(['title_long'])
  expect(codes({ text: '关于某国选举的评论' }, ['选举', '制裁'])).toEqual(['current_affairs 选举'])
})

test('times of an event that are hardly meant', () => {
  const startsAt = fromWallClock({ year: 2026, month: 12, day: 1, hour: 2 })
  const event = { startsAt, endsAt: startsAt + 20 * DAY_MS, signupDeadline: startsAt + HOUR_MS }
  expect(codes({ event })).toEqual(['event_long', 'event_at_night', 'deadline_after_start'])
  const past = { startsAt: NOW - HOUR_MS, endsAt: NOW + HOUR_MS, signupDeadline: NOW - DAY_MS }
  expect(codes({ event: past })).toEqual(['event_past', 'deadline_past'])
  expect(codes({ event: past, isPublished: true })).toEqual([])
})

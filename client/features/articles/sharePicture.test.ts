import type { ArticleDetail } from '../../../shared/contract'
import { cardPicture, FRIEND_CARD, TIMELINE_CARD } from './sharePicture'

const article = (cover: [number, number] | null, ...inside: [number, number][]): ArticleDetail => ({
  id: 'a',
  channel: { id: 'c', slug: 'notices', name: '通知公告' },
  title: '海滩清洁日',
  summary: '',
  cover: cover && { url: 'cover', width: cover[0], height: cover[1], alt: '' },
  publisher: '协会秘书处',
  publishedAt: '2026-11-23T00:00:00.000Z',
  views: 0,
  pinned: false,
  event: null,
  blocks: inside.map(([width, height]) => ({ type: 'image', url: `${width}x${height}`, alt: '', width, height })),
  updatedAt: '2026-11-23T00:00:00.000Z',
})

describe('the picture of a card that is shared', () => {
  it('is the cover, as long as enough of it is seen', () => {
    expect(cardPicture(article([1_200, 900], [500, 400]), FRIEND_CARD)).toBe('cover')
    expect(cardPicture(article([1_600, 900], [600, 600]), TIMELINE_CARD)).toBe('cover')
  })

  it('is the cover, however little of it is seen, when staff said what has to be', () => {
    const banner = article([2_000, 400], [500, 400])
    if (banner.cover) banner.cover.focus = { x: 0.9, y: 0.5 }
    expect(cardPicture(banner, FRIEND_CARD)).toBe('cover')
  })

  it('is the picture of the body that fits better when the cover is a banner', () => {
    expect(cardPicture(article([2_000, 400], [500, 400], [600, 600]), FRIEND_CARD)).toBe('500x400')
    expect(cardPicture(article([2_000, 400], [500, 400], [600, 600]), TIMELINE_CARD)).toBe('600x600')
  })

  it('stays the banner when there is nothing else, and is none when there is nothing', () => {
    expect(cardPicture(article([2_000, 400]), FRIEND_CARD)).toBe('cover')
    expect(cardPicture(article(null), FRIEND_CARD)).toBeNull()
    expect(cardPicture(article(null, [0, 0]), FRIEND_CARD)).toBeNull()
  })
})

import type { ArticleSummary } from '../../../shared/contract'
import {
  asFavourites,
  FAVOURITE_LIMIT,
  isKept,
  renewed,
  restored,
  withFavourite,
  withoutFavourite,
  type Favourite,
} from './favouriteList'

const article = (id: string, title = `文章${id}`): ArticleSummary => ({
  id,
  channel: { id: 'c', slug: 'notices', name: '通知公告' },
  title,
  summary: '',
  cover: null,
  publisher: '协会秘书处',
  publishedAt: '2026-11-23T00:00:00.000Z',
  views: 3,
  pinned: false,
  event: null,
})
const kept = (id: string, at: number): Favourite => ({ article: article(id), at })
const ids = (list: readonly Favourite[] | null) => list?.map((entry) => entry.article.id)

describe('what the member keeps', () => {
  it('has the newest in front and each article once', () => {
    const one = withFavourite([], article('a'), 1) ?? []
    const two = withFavourite(one, article('b'), 2) ?? []
    expect(ids(withFavourite(two, article('a'), 3))).toEqual(['a', 'b'])
  })

  it('refuses one too many instead of dropping what is kept', () => {
    const full = Array.from({ length: FAVOURITE_LIMIT }, (_, at) => kept(String(at), at))
    expect(withFavourite(full, article('new'), 1_000)).toBeNull()
    expect(withFavourite(full, article('7'), 1_000)).toHaveLength(FAVOURITE_LIMIT)
  })

  it('takes back a removal to where the article was', () => {
    const list = [kept('c', 3), kept('b', 2), kept('a', 1)]
    const removed = withoutFavourite(list, 'b')
    expect(ids(removed)).toEqual(['c', 'a'])
    expect(isKept(removed, 'b')).toBe(false)
    expect(restored(removed, kept('b', 2))).toEqual(list)
  })

  it('follows a new title, and says when the article was withdrawn', () => {
    const list = [kept('b', 2), kept('a', 1)]
    expect(renewed(list, 'a', article('a', '新标题'))[1]?.article.title).toBe('新标题')
    expect(renewed(list, 'a', null)[1]).toMatchObject({ gone: true, at: 1 })
    expect(renewed(renewed(list, 'a', null), 'a', article('a'))).toEqual(list)
    expect(renewed(list, 'a', { ...article('a'), views: 9 })).toBe(list)
    expect(renewed(list, 'z', null)).toBe(list)
  })

  it('keeps no body', () => {
    const opened = { ...article('a'), blocks: [{ type: 'divider' }], updatedAt: '' }
    expect(JSON.stringify(withFavourite([], opened, 1))).not.toContain('divider')
  })

  it.each([null, {}, 'x', [null, { article: null, at: 1 }, { article: {}, at: 1 }]])('holds nothing of %p', (value) => {
    expect(asFavourites(value)).toEqual([])
  })
})

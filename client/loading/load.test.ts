import { OFFLINE, problemOf } from '../platform/problem'
import { arrived, failed, retried, startLoad, type Load } from './load'

const same = (a: string, b: string): boolean => a === b
const ready: Load<string> = { state: 'ready', data: '通知', stale: null }

describe('what a page shows while it loads', () => {
  it('begins with what was read before, or with the skeleton', () => {
    expect(startLoad('通知')).toEqual(ready)
    expect(startLoad(null)).toEqual({ state: 'loading' })
  })

  it('keeps what was read when the network goes', () => {
    expect(failed(ready, OFFLINE)).toEqual({ ...ready, stale: OFFLINE })
    expect(failed(startLoad<string>(null), OFFLINE)).toEqual({ state: 'error', problem: OFFLINE })
  })

  it('takes a withdrawn article away even when it was read before', () => {
    const gone = problemOf(404, { error: { code: 'article_not_found', message: '文章不存在或已撤回。' } })
    expect(failed(ready, gone)).toEqual({ state: 'error', problem: gone })
  })

  it('draws the same content once', () => {
    expect(arrived(ready, '通知', same)).toBe(ready)
    expect(arrived({ ...ready, stale: OFFLINE }, '通知', same)).toEqual(ready)
    expect(arrived(ready, '新通知', same)).toEqual({ ...ready, data: '新通知' })
  })

  it('shows the skeleton again only when there is nothing else', () => {
    expect(retried<string>({ state: 'error', problem: OFFLINE })).toEqual({ state: 'loading' })
    expect(retried(ready)).toBe(ready)
  })
})

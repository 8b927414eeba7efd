import { asProblem, OFFLINE, problemOf } from './problem'

describe('what the member is told when something fails', () => {
  it('uses the words of the server', () => {
    const problem = problemOf(404, { error: { code: 'article_not_found', message: '文章不存在或已撤回。' } })
    expect(problem).toEqual({
      kind: 'missing',
      status: 404,
      code: 'article_not_found',
      message: '文章不存在或已撤回。',
    })
  })

  it.each([null, '<html>', {}, { error: null }, { error: { message: 7 } }])('has words of its own for %p', (body) => {
    expect(problemOf(502, body)).toMatchObject({ kind: 'refused', message: '服务暂时不可用，请稍后再试。' })
  })

  it.each(['<html>请登录</html>', null, [], {}])('takes a success that cannot be read for what it is: %p', (body) => {
    expect(problemOf(200, body)).toMatchObject({ kind: 'refused', message: expect.stringContaining('不完整') })
  })

  it('lets only the server say that something is gone', () => {
    expect(problemOf(404, '<html>not found</html>').kind).toBe('refused')
  })

  it('takes an unknown fault for a missing network', () => {
    expect(asProblem(new TypeError('fetch failed'))).toBe(OFFLINE)
  })
})

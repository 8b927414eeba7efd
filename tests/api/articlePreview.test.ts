import type { ArticleDetail, ErrorBody, PreviewLink, StaffArticle } from '../../shared/contract'
import { DAY_MS } from '../../shared/domain/time'
import { availableDatabases } from '../support/databases'
import { articleInput } from '../support/factories'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'

type Made = PreviewLink & { token: string } & ErrorBody
type Read = { article: ArticleDetail; isPublished: boolean } & ErrorBody

describe.each(availableDatabases)('preview links, on %s', (kind) => {
  let server: TestServer
  let admin: StaffBrowser
  let draft: StaffArticle
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    admin = await asAdministrator(server)
  })
  afterAll(() => server.stop())
  beforeEach(async () => {
    draft = await keepDraft(admin, articleInput({ title: '未发布的稿子', bodyHtml: '<p>初稿</p><script>x</script>' }))
  })

  const path = () => `/api/admin/articles/${draft.id}/previews`
  const make = async () => (await admin.call<Made>('POST', path(), { json: undefined })).body
  /** As somebody without any session. */
  const read = (token: unknown) =>
    request<Read>(`${server.url}/api/previews/read`, 'POST', { json: { token }, headers: { origin: server.url } })

  test('open the draft as it stands, to somebody without an account, and nothing else', async () => {
    const { token, createdBy, createdAt, expiresAt } = await make()
    expect(createdBy).not.toBe('')
    expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(7 * DAY_MS)
    const first = await read(token)
    expect([first.status, first.body.article.title, first.body.isPublished]).toEqual([200, '未发布的稿子', false])
    expect(first.body.article.blocks).toEqual([{ type: 'paragraph', content: [{ text: '初稿' }] }])
    await admin.call('PUT', `/api/admin/articles/${draft.id}`, {
      json: { version: draft.version, article: articleInput({ title: '未发布的稿子', bodyHtml: '<p>二稿</p>' }) },
    })
    expect((await read(token)).body.article.blocks).toEqual([{ type: 'paragraph', content: [{ text: '二稿' }] }])
    expect((await request(`${server.url}/api/articles/${draft.id}`)).status).toBe(404)
  })

  test('end after seven days, or at once when they are taken back', async () => {
    const [one, two] = [await make(), await make()]
    const listed = await admin.call<{ items: PreviewLink[] }>('GET', path())
    expect(listed.body.items.map(({ id }) => id)).toEqual([two.id, one.id])
    expect(JSON.stringify(listed.body)).not.toContain(one.token)
    expect((await admin.call('DELETE', `${path()}/${one.id}`)).status).toBe(200)
    expect(codeOf(await read(one.token))).toBe('preview_closed')
    expect(codeOf(await admin.call<ErrorBody>('DELETE', `${path()}/${one.id}`))).toBe('preview_closed')
    expect((await read(two.token)).status).toBe(200)
    server.clock.advance(7 * DAY_MS)
    expect(codeOf(await read(two.token))).toBe('preview_closed')
    server.clock.advance(-7 * DAY_MS)
  })

  test('are not guessed, not kept readable, not made without an account, and not without end', async () => {
    const { token } = await make()
    expect(codeOf(await read(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`))).toBe('preview_closed')
    const rows = await server.database.read.query<{ token_hash: string }[]>('SELECT token_hash FROM article_preview')
    expect(JSON.stringify(rows)).not.toContain(token)
    const anonymous = await request(server.url + path(), 'POST', { headers: { origin: server.url } })
    expect(anonymous.status).toBe(401)
    for (let count = 1; count < 10; count += 1) await make()
    expect(codeOf(await admin.call<Made>('POST', path()))).toBe('previews_many')
    const log = await admin.call<{ items: { action: string }[] }>('GET', '/api/admin/audit?limit=50')
    expect(log.body.items.filter(({ action }) => action === 'article.preview').length).toBeGreaterThanOrEqual(10)
  })

  test('what members would get of a body is told without keeping anything', async () => {
    const answer = await admin.call('POST', '/api/admin/articles/blocks', {
      json: { bodyHtml: '<h2>标题</h2><img src="https://x.example/a.png">' },
    })
    expect(answer.body).toEqual({ blocks: [{ type: 'heading', level: 2, content: [{ text: '标题' }] }] })
  })
})

import type { FinderAnswer, StaffArticle } from '../../shared/contract'
import { availableDatabases } from '../support/databases'
import { articleInput } from '../support/factories'
import { codeOf, request } from '../support/http'
import { drawPicture } from '../support/pictures'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, asAdministrator, keepDraft, logInAs, type StaffBrowser } from '../support/staff'

describe.each(availableDatabases)('the command palette’s finder, on %s', (kind) => {
  let server: TestServer
  let office: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    office = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const ask = async (q: string, as = office) =>
    (await as.call<FinderAnswer>('GET', `/api/admin/finder?q=${encodeURIComponent(q)}`)).body
  const titles = async (q: string, as = office) => (await ask(q, as)).articles.map(({ title }) => title)
  const publish = ({ id, version }: StaffArticle) =>
    office.call('POST', `/api/admin/articles/${id}/publish`, { json: { version, notice: null } })

  test('finds drafts and what is public by title and by body, the title first', async () => {
    const draft = articleInput({ title: '灯塔修缮草案', bodyHtml: '<p>先请木工来看看窗框。</p>' })
    await keepDraft(office, draft)
    const open = articleInput({ title: '本周安排', bodyHtml: '<p>周六上午修缮灯塔的窗框，欢迎帮忙。</p>' })
    await publish(await keepDraft(office, open))
    expect(await titles('窗框')).toHaveLength(2)
    const { articles } = await ask('灯塔 修缮')
    expect(articles.map(({ title, status, inBody }) => [title, status, inBody])).toEqual([
      ['灯塔修缮草案', 'draft', false],
      ['本周安排', 'published', true],
    ])
    expect(await titles('paragraph')).toEqual([])
  })

  test('takes per cent signs, quotes and emoji for what they are, and says no to nothing at all', async () => {
    for (const q of ['%', '_', `'"`, '🙂', '!!', '\\']) expect(await titles(q)).toEqual([])
    expect(codeOf(await office.call('GET', '/api/admin/finder?q='))).toBe('request_invalid')
    expect(codeOf(await office.call('GET', `/api/admin/finder?q=${'长'.repeat(61)}`))).toBe('request_invalid')
  })

  test('finds pictures by their words', async () => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(await drawPicture(40, 30))], { type: 'image/png' }), '海边合影.png')
    await office.call('POST', '/api/admin/media', { form })
    expect((await ask('合影')).pictures).toMatchObject([{ name: '海边合影.png' }])
  })

  test('tells people to administrators alone, and nothing to strangers', async () => {
    await addStaff(server.database, { login: 'writer-chen', role: 'writer' })
    expect((await ask('chen')).people).toMatchObject([{ login: 'writer-chen', role: 'writer' }])
    const writer = await logInAs(server, 'writer-chen')
    const theirs = await ask('chen', writer)
    expect(theirs.people).toEqual([])
    expect(await titles('灯塔', writer)).toHaveLength(2)
    expect(codeOf(await request(`${server.url}/api/admin/finder?q=chen`))).toBe('session_required')
  })
})

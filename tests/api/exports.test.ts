import readSheet from 'read-excel-file/node'
import { availableDatabases } from '../support/databases'
import { articleInput } from '../support/factories'
import { codeOf } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'

describe.each(availableDatabases)('tables as workbooks, on %s', (kind) => {
  let server: TestServer
  let office: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    office = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const fetchFile = (path: string) =>
    fetch(`${server.url}${path}`, { headers: { cookie: office.cookie() ?? '', origin: server.url } })
  async function sheetAt(path: string): Promise<unknown[][]> {
    const answer = await fetchFile(path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheetml')])
    expect(answer.headers.get('content-disposition')).toMatch(/filename="\w+\.xlsx"; filename\*=UTF-8''.*\.xlsx$/)
    const [sheet] = await readSheet(Buffer.from(await answer.arrayBuffer()))
    return (sheet?.data ?? []) as unknown[][]
  }

  test('the audit log opens in Excel with Shanghai’s time, and a title that looks like a formula is text', async () => {
    await keepDraft(office, articleInput({ title: '=HYPERLINK("https://bad.example")' }))
    const [head = [], ...rows] = await sheetAt('/api/admin/audit/export?format=xlsx&subject=article')
    expect(head.slice(0, 4)).toEqual(['序号', '时间', '人员', '操作'])
    expect(rows).toHaveLength(1)
    expect(rows[0]).toEqual(expect.arrayContaining(['新建文章', `'=HYPERLINK("https://bad.example")`]))
    expect(String(rows[0]?.[1])).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
  })

  test('the dashboard’s numbers are numbers', async () => {
    const [head = [], ...rows] = await sheetAt('/api/admin/overview/export?days=7&format=xlsx')
    expect(head[0]).toBe('日期')
    expect(rows).toHaveLength(7)
    expect(rows.every(([, views]) => typeof views === 'number')).toBe(true)
  })

  test('another format is refused, and nobody else gets a file', async () => {
    for (const path of ['/api/admin/overview/export?days=7', '/api/admin/audit/export?order=']) {
      const refused = await office.call('GET', `${path}&format=pdf`)
      expect([refused.status, codeOf(refused)]).toEqual([400, 'request_invalid'])
    }
    expect((await fetch(`${server.url}/api/admin/audit/export?format=xlsx`)).status).toBe(401)
  })
})

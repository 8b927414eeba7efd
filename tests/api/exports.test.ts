import readSheet from 'read-excel-file/node'
import { newId } from '../../server/kernel/ids'
import { formatIsoDate } from '../../shared/domain/time'
import { availableDatabases } from '../support/databases'
import { articleInput } from '../support/factories'
import { codeOf } from '../support/http'
import { fillAudit, fillDeliveries } from '../support/manyRows'
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

  test('every table of the dashboard is there as CSV and as a workbook', async () => {
    const made = await keepDraft(office, articleInput({ title: '@SUM(A1:A9)', channel: 'notices' }))
    const { version } = made
    await office.call('POST', `/api/admin/articles/${made.id}/publish`, { json: { version, notice: null } })
    const today = formatIsoDate(server.clock.now())
    await server.database.write((manager) =>
      manager.query('INSERT INTO article_view_day (day, article_id, views) VALUES (?, ?, 5)', [today, made.id]),
    )
    const noticeId = await fillDeliveries(server.database, 40, { articleId: made.id, at: server.clock.now() })
    const linesOf = async (path: string) => {
      const answer = await fetchFile(path)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
      return (await answer.text()).trimEnd().split('\r\n')
    }
    const base = '/api/admin/overview/export?days=7&table='
    for (const table of ['days', 'articles', 'notices']) {
      const lines = await linesOf(base + table)
      const [head = [], ...rows] = await sheetAt(`${base}${table}&format=xlsx`)
      expect([lines[0]?.replace('\uFEFF', ''), lines.length]).toEqual([head.join(','), rows.length + 1])
    }
    expect(await linesOf(`${base}articles`)).toEqual([expect.any(String), `${made.id},'@SUM(A1:A9),通知公告,5`])
    const [head = [], notice = []] = await sheetAt(`${base}notices&format=xlsx`)
    const told = Object.fromEntries(head.map((name, at) => [String(name), notice[at]]))
    expect(told).toMatchObject({ 通知编号: noticeId, 文章: `'@SUM(A1:A9)`, 合计: 40, 已送出: 20, 未发送: 20 })
  })

  test('the deliveries of a notice open in Excel, each member by an opaque id', async () => {
    const noticeId = await fillDeliveries(server.database, 1_205, { articleId: newId(), at: server.clock.now() })
    const [head = [], ...rows] = await sheetAt(`/api/admin/notices/${noticeId}/export?format=xlsx`)
    expect(head.slice(0, 5)).toEqual(['送达记录编号', '会员编号', '结果', '原因', '已尝试次数'])
    expect(rows).toHaveLength(1_205)
    expect(new Set(rows.map(([id]) => id)).size).toBe(1_205)
    expect(rows.every(([, member, , , attempts]) => /^[0-9a-z]{26}$/.test(String(member)) && attempts === 0)).toBe(true)
    expect(rows.filter(([, , outcome]) => outcome === '已送出')).toHaveLength(603)
  })

  test('a table that is too long for a workbook says so, and comes as CSV', async () => {
    const noticeId = await fillDeliveries(server.database, 10_001, { articleId: newId(), at: server.clock.now() })
    const refused = await office.call('GET', `/api/admin/notices/${noticeId}/export?format=xlsx`)
    expect([refused.status, codeOf(refused)]).toEqual([422, 'export_too_long'])
    const answer = await fetchFile(`/api/admin/notices/${noticeId}/export`)
    expect((await answer.text()).trimEnd().split('\r\n')).toHaveLength(10_002)
  })

  test.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1+1', '\r=1+1'])(
    'whatever a name begins with (%j), a cell is text in both files',
    async (name) => {
      const [{ id = '' } = {}] = await server.database.read.query<{ id: string }[]>('SELECT id FROM staff LIMIT 1')
      await server.database.write((manager) => manager.query('UPDATE staff SET name = ? WHERE id = ?', [name, id]))
      const [, ...rows] = await sheetAt('/api/admin/audit/export?format=xlsx&action=staff.setup')
      expect(rows.map(([, , who]) => String(who).replace(/\r\n?/g, '\r'))).toEqual([`'${name}`])
      const text = await (await fetchFile('/api/admin/audit/export?action=staff.setup')).text()
      expect(text).toContain(`'${name}`)
      expect(text).not.toMatch(/(?:^|[,\n"])[=+@\t]/)
    },
  )

  test('the audit log comes by the filter that the list has, in both files', async () => {
    await fillAudit(server.database, 900, Date.parse('2026-03-02T04:00:00Z'))
    const filter = 'action=article.publish&from=2026-03-02&to=2026-03-02&by=program'
    const listed = await office.call<{ items: unknown[]; nextCursor: string | null }>(
      'GET',
      `/api/admin/audit?${filter}&limit=200`,
    )
    expect([listed.status, listed.body.nextCursor]).toEqual([200, null])
    const [, ...rows] = await sheetAt(`/api/admin/audit/export?${filter}&format=xlsx`)
    const lines = (await (await fetchFile(`/api/admin/audit/export?${filter}`)).text()).trimEnd().split('\r\n')
    expect(listed.body.items.length).toBeGreaterThan(100)
    expect([rows.length, lines.length - 1]).toEqual([listed.body.items.length, listed.body.items.length])
    expect(new Set(rows.map(([, , who, what]) => `${String(who)} ${String(what)}`))).toEqual(new Set(['系统 发布文章']))
  })

  test('another format is refused, and nobody else gets a file', async () => {
    for (const path of [
      '/api/admin/overview/export?days=7',
      '/api/admin/overview/export?table=members',
      '/api/admin/audit/export?order=',
    ]) {
      const refused = await office.call('GET', `${path}&format=pdf`)
      expect([refused.status, codeOf(refused)]).toEqual([400, 'request_invalid'])
    }
    expect((await fetch(`${server.url}/api/admin/audit/export?format=xlsx`)).status).toBe(401)
  })
})

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { ArticleDetail, AuditRecord, DoubtfulPage, MoveInPage, MoveInRun } from '../../shared/contract'
import { oldPage, type OldArticle } from '../../server/features/importing/testing/oldPage'
import { request, type Answer } from './http'
import type { TestServer } from './server'
import type { StaffBrowser } from './staff'
import { until } from './until'

export const ARTICLE: OldArticle = {
  title: '关于举办社工实务督导沙龙的通知',
  publisher: '珠海市社会工作协会',
  publishedAt: Date.UTC(2017, 9, 27, 2, 54, 0),
  views: 4092,
  channel: '新闻速递',
  bodyHtml: '<p>各会员单位：</p><p>定于下月举办督导沙龙。</p>',
}
export const plain = { encoding: 'gbk', garbling: 'none' } as const

export async function zipOf(files: Record<string, Buffer>): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'move-in-test-'))
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(content, name)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(join(folder, 'a.zip')))
  const content = await readFile(join(folder, 'a.zip'))
  await rm(folder, { recursive: true })
  return content
}

interface Shown {
  run: MoveInRun | null
  doubtful: number
}
interface List<T> {
  items: T[]
  nextCursor: string | null
}

/** What administrators do on the page of the move-in, and what became of it. */
export function moveInDesk(server: TestServer, admin: StaffBrowser) {
  const give = (content: Buffer, name: string, question = '', browser = admin): Promise<Answer<MoveInRun>> => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(content)]), name)
    return browser.call<MoveInRun>('POST', `/api/admin/move-in${question}`, { form })
  }
  const shown = async () => (await admin.call<Shown>('GET', '/api/admin/move-in')).body
  const runAt = async (...states: MoveInRun['state'][]): Promise<MoveInRun> => {
    const { run } = await until(shown, ({ run: now }) => now !== null && states.includes(now.state))
    if (run === null) throw new Error('there is no run')
    return run
  }
  const pages = async (question = '') =>
    (await admin.call<List<MoveInPage>>('GET', `/api/admin/move-in/pages${question}`)).body
  const doubtful = async (question = '?limit=50') =>
    (await admin.call<List<DoubtfulPage>>('GET', `/api/admin/move-in/doubtful${question}`)).body
  const doubtfulNamed = async (title: string): Promise<DoubtfulPage> => {
    const found = (await doubtful()).items.find(({ article }) => article.title === title)
    if (found === undefined) throw new Error(`${title} is not among the doubtful`)
    return found
  }
  const act = <T = MoveInRun>(id: string, verb: string, json?: object) =>
    admin.call<T>('POST', `/api/admin/move-in/${id}/${verb}`, json === undefined ? {} : { json })
  const checked = async (content: Buffer, name: string, question = '') => {
    expect((await give(content, name, question)).status).toBe(201)
    return runAt('checked', 'failed')
  }
  const taken = async (content: Buffer, name: string, question = '') => {
    const { id } = await checked(content, name, question)
    expect((await act(id, 'take')).status).toBe(200)
    return runAt('done', 'failed')
  }
  const articleAt = async (path: string) => {
    const answer = await fetch(`${server.url}${path}`, { redirect: 'manual' })
    return { status: answer.status, id: answer.headers.get('location')?.split('/').at(-1) ?? null }
  }
  const read = (id: string | null) => request<ArticleDetail>(`${server.url}/api/articles/${id}`)
  const counted = async (table: string) => {
    const [row] = await server.database.read.query<{ count: number | string }[]>(
      `SELECT COUNT(*) AS count FROM ${table}`,
    )
    return Number(row?.count)
  }
  const rows = () =>
    Promise.all(['article', 'article_revision', 'media', 'import_page', 'old_address'].map((table) => counted(table)))
  const incoming = () => readdir(join(server.dataFolder, 'incoming')).catch(() => [])
  const actions = async () =>
    (await admin.call<List<AuditRecord>>('GET', '/api/admin/audit?limit=50')).body.items.map(({ action }) => action)

  /** `tag`: of the test, in names and titles, for all of them work on one house. */
  const site = (tag: string) => {
    const mine = { ...ARTICLE, title: `${ARTICLE.title}${tag}` }
    return zipOf({
      [`${tag}/view.asp?id=7.html`]: oldPage(mine, { encoding: 'gbk', garbling: 'gbk' }),
      [`${tag}/view.asp?id=8.html`]: oldPage(
        { ...mine, title: `${tag}缺图`, bodyHtml: '<p>一</p><p><img src="../upload/gone.png"></p>' },
        { encoding: 'utf8', garbling: 'none' },
      ),
      [`${tag}/view.asp?id=9.html`]: oldPage(
        { ...mine, title: `${tag}未来`, publishedAt: Date.UTC(2039, 0, 1) },
        plain,
      ),
      [`${tag}/list.asp?id=1.html`]: Buffer.from('<html><body>列表</body></html>'),
    })
  }

  return {
    ...{ give, shown, runAt, pages, doubtful, doubtfulNamed, act, checked, taken, articleAt, read, counted, rows },
    ...{ incoming, actions, site },
  }
}

import type { ArticleDetail, Attachment, ErrorBody, StaffArticle } from '../../shared/contract'
import { articleInput } from '../support/factories'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const OLE = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)])

/** A zip of empty files, as small as the format allows. */
function zipOf(...names: string[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const name of names) {
    const bytes = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(bytes.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 6)
    entry.writeUInt16LE(bytes.length, 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(local, bytes)
    directory.push(entry, bytes)
    offset += 30 + bytes.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(names.length, 8)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...directory, end])
}

describe('files that go with an article', () => {
  let server: TestServer
  let admin: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ seed: false })
    admin = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const send = (content: Buffer, name: string) => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(content)]), name)
    return admin.call<Attachment & ErrorBody>('POST', '/api/admin/attachments', { form })
  }

  test('a PDF is kept under the name that staff know, and handed out to be kept, never to be shown as a page', async () => {
    const { status, body } = await send(PDF, '../../报名 表".PDF')
    expect([status, body.name, body.kind, body.bytes]).toEqual([201, '报名 表.pdf', 'pdf', PDF.length])
    const answer = await fetch(`${server.url}/files/${body.id}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="file.pdf"; filename*=UTF-8''${encodeURIComponent('报名 表.pdf')}`,
    )
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true)
  })

  test.each([
    ['a document of Word', zipOf('[Content_Types].xml', 'word/document.xml'), '通知.zip', '通知.docx'],
    ['a sheet of Excel', zipOf('[Content_Types].xml', 'xl/workbook.xml'), '名单.xlsx', '名单.xlsx'],
    ['an old document', OLE, '旧文件.doc', '旧文件.doc'],
    ['a document of WPS', OLE, '旧文件.wps', '旧文件.doc'],
    ['a zip', zipOf('照片/a.jpg'), '照片.zip', '照片.zip'],
  ])('%s is known by its content', async (_what, content, name, shown) => {
    expect((await send(content, name)).body.name).toBe(shown)
  })

  test.each([
    ['a page that calls itself a PDF', Buffer.from('<html><script>alert(1)</script>'), 'a.pdf', 'attachment_type'],
    ['a program', Buffer.from('MZ\u0090\u0000'), 'a.pdf', 'attachment_type'],
    ['an old container with an unknown name', OLE, 'setup.msi', 'attachment_type'],
    ['half a zip', zipOf('a.txt').subarray(0, 40), 'a.zip', 'attachment_type'],
    ['macros', zipOf('[Content_Types].xml', 'word/vbaProject.bin'), 'a.docx', 'attachment_unsafe'],
    ['a zip with a program', zipOf('说明.txt', '安装/setup.EXE'), 'a.zip', 'attachment_unsafe'],
    ['nothing', Buffer.alloc(0), 'a.pdf', 'attachment_type'],
    ['50 MB', Buffer.alloc(50 * 1024 * 1024, 1), 'a.pdf', 'media_too_large'],
  ])('%s is refused', async (_what, content, name, code) => {
    expect(codeOf(await send(content, name))).toBe(code)
  })

  test('members read of it in the article, and find nothing under a made-up id', async () => {
    const { id, name, bytes } = (await send(PDF, '章程.pdf')).body
    const bodyHtml = `<p>见附件</p><aside data-file="${id}" data-name="${name}" data-bytes="${bytes}"></aside>`
    const draft = await keepDraft(admin, articleInput({ bodyHtml }))
    const json = { version: draft.version, notice: null }
    const published = await admin.call<StaffArticle>('POST', `/api/admin/articles/${draft.id}/publish`, { json })
    expect(published.body.bodyHtml).toContain(`data-file="${id}"`)
    const read = await request<ArticleDetail>(`${server.url}/api/articles/${draft.id}`)
    expect(read.body.blocks.at(-1)).toEqual({ type: 'file', url: `/files/${id}`, name, bytes })
    expect((await fetch(`${server.url}/files/${'0'.repeat(26)}`)).status).toBe(404)
    expect((await fetch(`${server.url}/files/..%2fapp.db`)).status).toBe(404)
  })
})

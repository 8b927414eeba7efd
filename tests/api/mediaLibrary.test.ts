import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { ArticleDetail, ErrorBody, LibraryPicture, Media, PictureUse, StaffArticle } from '../../shared/contract'
import { availableDatabases } from '../support/databases'
import { articleInput } from '../support/factories'
import { codeOf, request } from '../support/http'
import { drawPicture } from '../support/pictures'
import { startTestServer, type TestServer } from '../support/server'
import { ADMINISTRATOR, addStaff, asAdministrator, keepDraft, logInAs, type StaffBrowser } from '../support/staff'
import { until } from '../support/until'

interface Page {
  items: LibraryPicture[]
  nextCursor: string | null
}
type Shown = LibraryPicture & { uses: PictureUse[]; mayDelete: boolean }

describe.each(availableDatabases)('the library of pictures on %s', (kind) => {
  let server: TestServer
  let admin: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    admin = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const upload = (content: Buffer, name: string, by = admin) => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(content)]), name)
    return by.call<Media & ErrorBody>('POST', '/api/admin/media', { form })
  }
  const kept = async (name: string, by = admin) => (await upload(await drawPicture(900, 600), name, by)).body
  const list = async (query = '') => (await admin.call<Page>('GET', `/api/admin/media${query}`)).body
  const show = async (id: string, by = admin) => (await by.call<Shown>('GET', `/api/admin/media/${id}`)).body
  const remove = (id: string, by = admin) => by.call('DELETE', `/api/admin/media/${id}`)
  const describeAs = (id: string, alt: unknown) => admin.call('PUT', `/api/admin/media/${id}`, { json: { alt } })
  const files = () => readdir(join(server.dataFolder, 'uploads'))
  const publish = async (id: string, version: number) =>
    (await admin.call<StaffArticle>('POST', `/api/admin/articles/${id}/publish`, { json: { version, notice: null } }))
      .body

  test('twenty pictures at once, one of them broken: nineteen are kept, one is told, nothing is half-written', async () => {
    const before = (await files()).length
    const good = await sharp({ create: { width: 1800, height: 1200, channels: 3, background: '#a34a0c' } })
      .jpeg()
      .toBuffer()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        upload(number === 7 ? good.subarray(0, good.length / 2) : good, `沙滩 ${number}.jpg`),
      ),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(19)
    expect(answers.filter(({ status }) => status !== 201).map(codeOf)).toEqual(['media_broken'])
    expect((await files()).length - before).toBe(19 * 3)
    expect(await readdir(join(server.dataFolder, 'incoming'))).toEqual([])
    expect((await list('?q=沙滩&limit=50')).items).toHaveLength(19)
  })

  test('each picture has a smaller one for lists and one for grids, and both are served', async () => {
    const { id } = await kept('大图.png')
    const picture = await show(id)
    for (const [address, side] of [
      [picture.small ?? '', 720],
      [picture.thumbnail, 320],
    ] as const) {
      const answer = await fetch(server.url + address)
      expect(answer.headers.get('content-type')).toBe('image/webp')
      expect((await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).width).toBe(side)
    }
    expect(picture).toMatchObject({ name: '大图.png', createdBy: ADMINISTRATOR.name, uses: [], mayDelete: true })
  })

  test('a name is a name: no folders, nothing invisible, not endless', async () => {
    const { id } = await kept(`..\\..\\秘书处/${'长'.repeat(200)}\u202e.png`)
    expect((await show(id)).name).toBe('长'.repeat(120))
  })

  test('the list goes on by cursor, newest first, without a gap, while somebody uploads', async () => {
    const names = []
    for (const letter of ['A', 'B', 'C', 'D', 'E']) {
      server.clock.advance(1000)
      names.unshift((await kept(`翻页${letter}.png`)).id)
    }
    const first = await list('?q=翻页&limit=2')
    server.clock.advance(1000)
    await kept('翻页F.png')
    const second = await list(`?q=翻页&limit=2&cursor=${first.nextCursor ?? ''}`)
    const third = await list(`?q=翻页&limit=2&cursor=${second.nextCursor ?? ''}`)
    expect([...first.items, ...second.items, ...third.items].map(({ id }) => id)).toEqual(names)
    expect(third.nextCursor).toBeNull()
    const bad = await admin.call('GET', '/api/admin/media?cursor=bm9wZQ')
    expect(codeOf(bad)).toBe('cursor_invalid')
  })

  test('it is searched by file name and by alternative text; signs of patterns are letters', async () => {
    const { id } = await kept('IMG_100%.png')
    expect((await describeAs(id, '志愿者在情侣路捡拾垃圾')).status).toBe(200)
    const found = async (words: string) => (await list(`?q=${encodeURIComponent(words)}`)).items.map((item) => item.id)
    expect(await found('img_100%')).toEqual([id])
    expect(await found('捡拾')).toEqual([id])
    expect(await found('IMG%0')).toEqual([])
    expect(codeOf(await describeAs(id, '长'.repeat(121)))).toBe('request_invalid')
  })

  test('a new alternative text of a cover reaches members, whose answer was kept', async () => {
    const { id } = await kept('封面.png')
    const draft = await keepDraft(admin, articleInput({ coverId: id }))
    await publish(draft.id, draft.version)
    const cover = async () =>
      (await request<ArticleDetail>(`${server.url}/api/articles/${draft.id}`)).body.cover ?? { alt: '', small: '' }
    expect((await cover()).small).toBe(`/uploads/${id}.small.webp`)
    await describeAs(id, '海边的灯塔')
    await until(cover, ({ alt }) => alt === '海边的灯塔')
  })

  test('where it is used is told, as cover and in the text, and while it is used it is not deleted', async () => {
    const { id, url } = await kept('用着.png')
    const asCover = await keepDraft(admin, articleInput({ title: '用作封面', coverId: id }))
    const inBody = await keepDraft(admin, articleInput({ title: '在正文里', bodyHtml: `<p><img src="${url}"></p>` }))
    const now = { onlyEarlier: false, binned: false }
    expect((await show(id)).uses).toEqual(
      expect.arrayContaining([
        { id: asCover.id, title: '用作封面', status: 'draft', asCover: true, inBody: false, ...now },
        { id: inBody.id, title: '在正文里', status: 'draft', asCover: false, inBody: true, ...now },
      ]),
    )
    const refused = await remove(id)
    expect([refused.status, codeOf(refused)]).toEqual([409, 'media_used'])
    expect((await fetch(server.url + url)).status).toBe(200)
  })

  test('what nothing shows is deleted with all its files', async () => {
    const { id, url } = await kept('不用了.png')
    expect((await remove(id)).status).toBe(200)
    expect((await files()).filter((file) => file.startsWith(id))).toEqual([])
    expect((await fetch(server.url + url)).status).toBe(404)
    expect(codeOf(await remove(id))).toBe('media_not_found')
    expect(codeOf(await describeAs(id, 'x'))).toBe('media_not_found')
  })

  test('a writer deletes own pictures only', async () => {
    await addStaff(server.database, { login: 'writer', role: 'writer' })
    const writer = await logInAs(server, 'writer')
    const { id } = await kept('编辑的.png')
    const own = await kept('自己的.png', writer)
    expect((await show(id, writer)).mayDelete).toBe(false)
    expect(codeOf(await remove(id, writer))).toBe('role_forbidden')
    expect((await remove(own.id, writer)).status).toBe(200)
  })

  test('nobody without a login sees it', async () => {
    expect((await request(`${server.url}/api/admin/media`)).status).toBe(401)
  })
})

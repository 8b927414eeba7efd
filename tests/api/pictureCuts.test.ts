import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { ArticleDetail, ErrorBody, LibraryPicture, Media, PictureUse, StaffArticle } from '../../shared/contract'
import { MIDDLE, WHOLE } from '../../shared/domain/pictureCut'
import { availableDatabases } from '../support/databases'
import { articleInput } from '../support/factories'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, asAdministrator, keepDraft, logInAs, type StaffBrowser } from '../support/staff'
import { until } from '../support/until'

type Rgb = [number, number, number]
const RED: Rgb = [200, 30, 30]
const BLUE: Rgb = [30, 30, 200]
const RIGHT_HALF = { x: 0.5, y: 0, width: 0.5, height: 1 }

/** Red on the left, blue on the right. */
const twoHalves = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: RED[0], g: RED[1], b: RED[2] } } })
    .composite([
      {
        input: {
          create: {
            width: Math.floor(width / 2),
            height,
            channels: 3,
            background: { r: BLUE[0], g: BLUE[1], b: BLUE[2] },
          },
        },
        left: Math.ceil(width / 2),
        top: 0,
      },
    ])
    .png()
    .toBuffer()

describe.each(availableDatabases)('covers that are cut out of pictures, on %s', (kind) => {
  let server: TestServer
  let admin: StaffBrowser
  let writer: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    admin = await asAdministrator(server)
    await addStaff(server.database, { login: 'writer', role: 'writer' })
    writer = await logInAs(server, 'writer')
  })
  afterAll(() => server.stop())

  const files = () => readdir(join(server.dataFolder, 'uploads'))
  async function upload(width = 1600, height = 800): Promise<Media> {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(await twoHalves(width, height))]), '码头.png')
    return (await admin.call<Media>('POST', '/api/admin/media', { form })).body
  }
  const cut = (id: string, json: object, by = admin) =>
    by.call<Media & ErrorBody>('POST', `/api/admin/media/${id}/cuts`, { json })
  const see = async (address: string | undefined) => {
    const answer = await fetch(server.url + (address ?? '/none'))
    const content = Buffer.from(await answer.arrayBuffer())
    const { width, height } = await sharp(content).metadata()
    const { dominant, channels } = await sharp(content).stats()
    return {
      width,
      height,
      isBlue: dominant.b > dominant.r,
      isEven: channels.every(({ stdev }) => stdev < 20),
      content,
    }
  }
  const publish = async ({ id, version }: StaffArticle) =>
    (await admin.call<StaffArticle>('POST', `/api/admin/articles/${id}/publish`, { json: { version, notice: null } }))
      .body
  const show = async (id: string) =>
    (await admin.call<LibraryPicture & { uses: PictureUse[] }>('GET', `/api/admin/media/${id}`)).body

  test('a crop is a picture of its own with its own name; the original stays as it was', async () => {
    const original = await upload()
    const before = await see(original.url)
    const { status, body } = await cut(original.id, { crop: RIGHT_HALF, focus: { x: 0.75, y: 0.5 } }, writer)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      width: 800,
      height: 800,
      alt: original.alt,
      focus: { x: 0.5, y: 0.5 },
      cut: { of: original.id, crop: RIGHT_HALF, focus: { x: 0.75, y: 0.5 } },
    })
    expect(body.url).not.toBe(original.url)
    expect(await see(body.url)).toMatchObject({ width: 800, height: 800, isBlue: true, isEven: true })
    expect((await see(original.url)).content.equals(before.content)).toBe(true)
    const again = await cut(original.id, { crop: RIGHT_HALF, focus: { x: 0.75, y: 0.5 } })
    expect(again.body.url).not.toBe(body.url)
  })

  test('the focus decides what lists and cards of links show of it, in the shapes that they have', async () => {
    const original = await upload(1600, 400)
    for (const [x, isBlue] of [
      [0.1, false],
      [0.9, true],
    ] as const) {
      const { body } = await cut(original.id, { crop: WHOLE, focus: { x, y: 0.5 } })
      expect(await see(body.small)).toMatchObject({ width: 533, height: 400, isBlue, isEven: true })
      expect(await see(body.card)).toMatchObject({ width: 762, height: 400, isBlue, isEven: true })
      expect(await see(body.url)).toMatchObject({ width: 1600, height: 400, isEven: false })
    }
    const big = await upload(1600, 1600)
    const { body } = await cut(big.id, { crop: WHOLE, focus: MIDDLE })
    expect(await see(body.small)).toMatchObject({ width: 720, height: 540 })
    expect(await see(body.card)).toMatchObject({ width: 1200, height: 630 })
  })

  test('members and the public page get the cut, and the way back is the original', async () => {
    const original = await upload()
    const { body: cover } = await cut(original.id, { crop: RIGHT_HALF, focus: { x: 0.6, y: 0.2 } })
    const draft = await keepDraft(admin, articleInput({ title: '裁过的封面', coverId: cover.id }))
    expect(draft.cover).toEqual(cover)
    const shown = await publish(draft)
    const address = `${server.url}/api/articles/${draft.id}`
    const { body: read } = await request<ArticleDetail>(address)
    const { url, small, card, focus } = cover
    expect(read.cover).toEqual({ url, small, card, focus, width: 800, height: 800, alt: '' })
    const page = await (await fetch(`${server.url}/articles/${draft.id}`, { headers: { accept: 'text/html' } })).text()
    expect(page).toMatch(new RegExp(`property="og:image" content="[^"]*${card}"`))
    expect(page).toMatch(/property="og:image:width" content="1200"/)

    const json = { version: shown.version, article: articleInput({ title: '裁过的封面', coverId: original.id }) }
    const { body: back } = await admin.call<StaffArticle>('PUT', `/api/admin/articles/${draft.id}`, { json })
    expect(back.cover).toEqual(original)
    await until(
      async () => (await request<ArticleDetail>(address)).body.cover,
      (picture) => picture?.url === original.url && picture.card === undefined,
    )
    // an earlier save still has its cut, and so does its history
    type Revisions = { items: { id: string }[] }
    const { body: history } = await admin.call<Revisions>('GET', `/api/admin/articles/${draft.id}/revisions`)
    const first = history.items.at(-1)?.id ?? ''
    const { body: revision } = await admin.call('GET', `/api/admin/articles/${draft.id}/revisions/${first}`)
    expect(revision).toMatchObject({ cover: { id: cover.id, cut: { of: original.id } } })
  })

  test('the library lists what was brought, not what was cut out of it; who shows a cut uses the picture', async () => {
    const original = await upload()
    const { body: cover } = await cut(original.id, { crop: RIGHT_HALF, focus: MIDDLE })
    const { body: spare } = await cut(original.id, { crop: WHOLE, focus: MIDDLE })
    const { body: list } = await admin.call<{ items: LibraryPicture[] }>('GET', '/api/admin/media?limit=50')
    const ids = list.items.map(({ id }) => id)
    expect(ids).toContain(original.id)
    expect(ids).not.toContain(cover.id)
    const draft = await keepDraft(admin, articleInput({ title: '用着裁剪', coverId: cover.id }))
    expect((await show(original.id)).uses).toMatchObject([{ id: draft.id, asCover: true, inBody: false }])
    await admin.call('PUT', `/api/admin/media/${original.id}`, { json: { alt: '右边的蓝色' } })
    expect((await show(cover.id)).alt).toBe('右边的蓝色')

    expect(codeOf(await admin.call('DELETE', `/api/admin/media/${original.id}`))).toBe('media_used')
    const json = { version: draft.version, article: articleInput({ title: '用着裁剪' }) }
    await admin.call('PUT', `/api/admin/articles/${draft.id}`, { json })
    expect(codeOf(await admin.call('DELETE', `/api/admin/media/${original.id}`))).toBe('media_in_history')
    expect((await admin.call('DELETE', `/api/admin/media/${original.id}?history=lose`)).status).toBe(200)
    const left = await files()
    for (const { id } of [original, cover, spare]) expect(left.filter((file) => file.startsWith(id))).toEqual([])
    expect(codeOf(await admin.call('GET', `/api/admin/media/${cover.id}`))).toBe('media_not_found')
  })

  test.each([
    ['wider than the picture', { x: 0.6, y: 0, width: 0.6, height: 1 }],
    ['of no width', { x: 0, y: 0, width: 0, height: 1 }],
    ['left of the picture', { x: -0.1, y: 0, width: 0.5, height: 1 }],
    ['of words', { x: 'left', y: 0, width: 0.5, height: 1 }],
  ])('a crop %s is refused at its field, and nothing is left behind', async (_what, crop) => {
    const original = await upload(400, 300)
    const before = await files()
    const { status, body } = await cut(original.id, { crop, focus: MIDDLE })
    expect([status, body.error.code]).toEqual([400, 'request_invalid'])
    expect(Object.keys(body.error.fields ?? {}).some((field) => field.startsWith('crop'))).toBe(true)
    expect(await files()).toEqual(before)
  })

  test('a cut is not cut again, and a picture that is not there cannot be', async () => {
    const original = await upload(400, 300)
    const { body: cover } = await cut(original.id, { crop: WHOLE, focus: MIDDLE })
    const whole = { crop: WHOLE, focus: MIDDLE }
    expect(codeOf(await cut(cover.id, whole))).toBe('media_is_cut')
    expect(codeOf(await cut('0'.repeat(26), whole))).toBe('media_not_found')
  })
})

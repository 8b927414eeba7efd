import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { get } from 'node:http'
import { join } from 'node:path'
import sharp from 'sharp'
import type { ErrorBody, Media, StaffArticle } from '../../shared/contract'
import { articleInput } from '../support/factories'
import { codeOf, request } from '../support/http'
import { drawPicture } from '../support/pictures'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'

/** The address as it is written: `fetch` would tidy it up before it leaves. */
const statusOf = (url: string, path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    get({ hostname, port, path, headers: { accept: '*/*' } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).on('error', reject)
  })

describe('pictures that staff upload', () => {
  let server: TestServer
  let admin: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ seed: false })
    admin = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const send = (content: Buffer | string, name = 'photo.jpg', part = 'file') => {
    const form = new FormData()
    form.append(part, new Blob([new Uint8Array(Buffer.from(content))]), name)
    return admin.call<Media & ErrorBody>('POST', '/api/admin/media', { form })
  }
  const kept = () => readdir(join(server.dataFolder, 'uploads'))
  const incoming = () => readdir(join(server.dataFolder, 'incoming'))
  const fetchPicture = async (url: string) => {
    const response = await fetch(server.url + url)
    return { response, content: Buffer.from(await response.arrayBuffer()) }
  }

  test('a photo is turned upright, made smaller, stripped of where it was taken, and served for good', async () => {
    const photo = await sharp(await drawPicture(2400, 1200))
      .withExif({ IFD0: { Copyright: 'canary-in-the-metadata' }, IFD3: { GPSLatitude: '22/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { status, body } = await send(photo, '../../etc/passwd.jpg')
    expect(status).toBe(201)
    expect(body).toMatchObject({ width: 1200, height: 2400, alt: '' })
    expect(body.url).toBe(`/uploads/${body.id}.webp`)
    const { response, content } = await fetchPicture(body.url)
    expect(response.headers.get('content-type')).toBe('image/webp')
    expect(response.headers.get('cache-control')).toMatch(/max-age=31536000.*immutable/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const { format, exif, orientation } = await sharp(content).metadata()
    expect([format, exif, orientation]).toEqual(['webp', undefined, undefined])
  })

  test('a picture that is too wide is brought to 1600 pixels', async () => {
    expect((await send(await drawPicture(3200, 900))).body).toMatchObject({ width: 1600, height: 450 })
  })

  test.each(['jpeg', 'png', 'gif', 'webp'] as const)('%s is taken', async (format) => {
    expect(
      (
        await send(
          await sharp(await drawPicture(40, 30))
            .toFormat(format)
            .toBuffer(),
        )
      ).status,
    ).toBe(201)
  })

  test('what is hidden behind a picture does not survive', async () => {
    const polyglot = Buffer.concat([await drawPicture(40, 30), Buffer.from('<script>alert("canary")</script>')])
    const { body } = await send(polyglot, 'photo.html')
    expect((await fetchPicture(body.url)).content.includes('canary')).toBe(false)
  })

  describe('what is refused leaves nothing behind', () => {
    let before: string[]
    beforeEach(async () => {
      before = await kept()
    })
    afterEach(async () => {
      expect(await kept()).toEqual(before)
      expect(await incoming()).toEqual([])
    })

    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    test.each([
      ['an SVG', svg],
      ['a page', '<!doctype html><script>alert(1)</script>'],
      ['nothing at all', ''],
      ['a page that begins like a GIF', 'GIF8<script>alert(1)</script>'],
    ])('%s', async (_what, content) => {
      expect((await send(content, 'photo.png')).body).toMatchObject({
        error: { code: 'media_type', message: '仅支持 JPEG、PNG、WebP、GIF 图片。' },
      })
    })

    test('a TIFF', async () => {
      expect(
        codeOf(
          await send(
            await sharp(await drawPicture(40, 30))
              .tiff()
              .toBuffer(),
          ),
        ),
      ).toBe('media_type')
    })

    test('a photo of an iPhone, whatever it is called', async () => {
      const heic = Buffer.concat([
        Buffer.from([0, 0, 0, 24]),
        Buffer.from('ftypheic\0\0\0\0mif1heic'),
        Buffer.alloc(64),
      ])
      expect(codeOf(await send(heic, 'IMG_0001.jpg'))).toBe('media_heic')
    })

    test('a photo of which half is missing', async () => {
      const whole = await sharp(randomBytes(300 * 300 * 3), { raw: { width: 300, height: 300, channels: 3 } })
        .jpeg()
        .toBuffer()
      expect(codeOf(await send(whole.subarray(0, whole.length / 2)))).toBe('media_broken')
      expect(codeOf(await send(whole.subarray(0, 20)))).toBe('media_broken')
    })

    test('a small file that unfolds to more than fifty million pixels', async () => {
      const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
        .png()
        .toBuffer()
      expect(codeOf(await send(bomb))).toBe('media_too_many_pixels')
    })

    test('a file over 20 MB, told beforehand or not', async () => {
      expect(codeOf(await send(Buffer.alloc(21 * 1024 * 1024)))).toBe('media_too_large')
      const head = '--cut\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n'
      async function* endless() {
        yield Buffer.from(head)
        for (let sent = 0; sent < 64; sent += 1) yield Buffer.alloc(1024 * 1024)
      }
      const response = await fetch(`${server.url}/api/admin/media`, {
        method: 'POST',
        body: ReadableStream.from(endless()),
        duplex: 'half',
        headers: {
          origin: server.url,
          cookie: admin.cookie() ?? '',
          'content-type': 'multipart/form-data; boundary=cut',
        },
      } as RequestInit).then(
        (answer) => answer.status,
        // the server may hang up on somebody who does not stop
        () => 413,
      )
      expect(response).toBe(413)
    })

    test('a form without the picture, or with something besides', async () => {
      expect(codeOf(await admin.call('POST', '/api/admin/media', { form: new FormData() }))).toBe('media_missing')
      expect(codeOf(await admin.call('POST', '/api/admin/media', { json: {} }))).toBe('media_missing')
      expect((await send(await drawPicture(4, 4), 'a.png', 'picture')).status).toBe(400)
      const form = new FormData()
      form.append('alt', 'x')
      form.append('file', new Blob([new Uint8Array(await drawPicture(4, 4))]), 'a.png')
      expect((await admin.call('POST', '/api/admin/media', { form })).status).toBe(400)
    })

    test('a body that ends in the middle', async () => {
      const response = await fetch(`${server.url}/api/admin/media`, {
        method: 'POST',
        body: '--cut\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc',
        headers: {
          origin: server.url,
          cookie: admin.cookie() ?? '',
          'content-type': 'multipart/form-data; boundary=cut',
        },
      })
      expect([response.status, ((await response.json()) as ErrorBody).error.code]).toEqual([400, 'request_malformed'])
    })
  })

  test('a picture in the text comes back with its size; a picture of somebody else is dropped', async () => {
    const { body: picture } = await send(await drawPicture(400, 200))
    const bodyHtml = `<p>前<img src="${picture.url}" alt="海湾">后</p><img src="/uploads/../app.db">`
    const draft = await keepDraft(admin, articleInput({ bodyHtml, coverId: picture.id }))
    const json = { version: draft.version, notice: null }
    const { body } = await admin.call<StaffArticle>('POST', `/api/admin/articles/${draft.id}/publish`, { json })
    expect(body.cover).toMatchObject({ id: picture.id, width: 400 })
    expect((await request(`${server.url}/api/articles/${draft.id}`)).body).toMatchObject({
      cover: { url: picture.url },
      blocks: [
        { type: 'paragraph', content: [{ text: '前' }] },
        { type: 'image', url: picture.url, alt: '海湾', width: 400, height: 200 },
        { type: 'paragraph', content: [{ text: '后' }] },
      ],
    })
  })

  test.each([
    '/uploads/../app.db',
    '/uploads/..%2fapp.db',
    '/uploads/%2e%2e/app.db',
    '/uploads/..%5capp.db',
    '/uploads/....//app.db',
    '/uploads/%00',
    '/uploads//etc/passwd',
    '/admin/..%2f..%2f..%2fpackage.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/uploads/.hidden',
  ])('the address %s leads nowhere', async (path) => {
    const status = await statusOf(server.url, path)
    expect([400, 404]).toContain(status)
  })
})

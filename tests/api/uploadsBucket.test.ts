import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ErrorBody, Media, StaffArticle } from '../../shared/contract'
import { startBucket, type TestBucket } from '../support/bucket'
import { availableDatabases } from '../support/databases'
import { articleInput } from '../support/factories'
import { request } from '../support/http'
import { drawPicture } from '../support/pictures'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'

describe.each(availableDatabases)('pictures in a bucket, on %s', (kind) => {
  let bucket: TestBucket
  let server: TestServer
  let staff: StaffBrowser
  beforeAll(async () => {
    bucket = await startBucket()
    server = await startTestServer({ database: kind, seed: false, environment: bucket.environment })
    staff = await asAdministrator(server)
  })
  afterAll(async () => {
    await server.stop()
    await bucket.close()
  })
  afterEach(() => bucket.line('whole'))

  const shelf = () => join(server.dataFolder, 'pictures')
  const upload = async (side = 900) => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(await drawPicture(side, side))]), 'photo.png')
    return staff.call<Media & ErrorBody>('POST', '/api/admin/media', { form })
  }
  const look = (url: string, headers: Record<string, string> = {}) =>
    fetch(server.url + url, { headers: { accept: 'image/*', ...headers }, redirect: 'manual' })
  const pictures = async () => (await staff.call<{ items: Media[] }>('GET', '/api/admin/media')).body.items

  it('are uploaded, published and shown to members, whole or in part, for good', async () => {
    const { status, body: media } = await upload()
    expect(status).toBe(201)
    const { id, version } = await keepDraft(staff, articleInput({ coverId: media.id }))
    await staff.call('POST', `/api/admin/articles/${id}/publish`, { json: { version, notice: null } })
    const { cover } = (await request<StaffArticle>(`${server.url}/api/articles/${id}`)).body
    // another machine has no copies yet
    await rm(shelf(), { recursive: true })
    for (const url of [cover?.url ?? '', cover?.small ?? '']) {
      const answer = await look(url)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp'])
      expect(answer.headers.get('cache-control')).toMatch(/max-age=31536000.*immutable/)
      const whole = Buffer.from(await answer.arrayBuffer())
      const part = await look(url, { range: 'bytes=8-11' })
      expect([part.status, await part.text()]).toEqual([206, 'WEBP'])
      expect(part.headers.get('content-range')).toBe(`bytes 8-11/${whole.length}`)
      const end = await look(url, { range: 'bytes=-4' })
      expect(Buffer.from(await end.arrayBuffer())).toEqual(whole.subarray(-4))
      const beyond = await look(url, { range: `bytes=${whole.length}-` })
      expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`])
      for (const odd of ['bytes=5-2', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=-']) {
        expect([odd, (await look(url, { range: odd })).status]).toEqual([odd, 200])
      }
      expect(whole.length).toBe(Number(answer.headers.get('content-length')))
    }
    expect((await look('/uploads/0123456789abcdefghjkmnpqrs.webp')).status).toBe(404)
    expect((await look('/uploads/..%2fapp.db')).status).toBe(404)
  })

  it('stay shown while the storage is away; uploading is refused in words, and nothing of it is kept', async () => {
    const { body: media } = await upload(300)
    await look(media.url)
    const before = (await pictures()).length
    bucket.line('cut')
    expect((await look(media.url)).status).toBe(200)
    const refused = await upload(300)
    expect([refused.status, refused.body.error.code]).toEqual([503, 'storage_unavailable'])
    const away = await look('/uploads/0123456789abcdefghjkmnpqrs.webp')
    expect([away.status, away.headers.get('cache-control')]).toEqual([503, 'no-store'])
    bucket.line('whole')
    expect(await pictures()).toHaveLength(before)
    expect((await upload(300)).status).toBe(201)
  })

  it('are gone once they are deleted', async () => {
    const { body: media } = await upload(300)
    expect((await look(media.url)).status).toBe(200)
    expect((await staff.call('DELETE', `/api/admin/media/${media.id}`)).status).toBe(200)
    expect((await look(media.url)).status).toBe(404)
  })
})

describe('pictures that another address gives', () => {
  it('are asked for there, and pages allow it', async () => {
    const bucket = await startBucket()
    const environment = { ...bucket.environment, UPLOADS_PUBLIC_URL: 'https://cdn.example.org/site/' }
    const server = await startTestServer({ environment })
    try {
      const answer = await fetch(`${server.url}/uploads/01k.webp`, { redirect: 'manual' })
      expect([answer.status, answer.headers.get('location')]).toEqual([302, 'https://cdn.example.org/site/01k.webp'])
      const page = await fetch(`${server.url}/articles`)
      expect(page.headers.get('content-security-policy')).toContain("img-src 'self' https://cdn.example.org;")
    } finally {
      await server.stop()
      await bucket.close()
    }
  })
})

it.each([
  [{ UPLOADS_URL: 's3://pictures' }, 'UPLOADS_ACCESS_KEY'],
  [{ UPLOADS_URL: 's3://pictures?endpoint=nowhere', UPLOADS_ACCESS_KEY: 'abc', UPLOADS_SECRET_KEY: 'abc' }, 'endpoint'],
  [{ UPLOADS_URL: 's3://pictures?colour=red', UPLOADS_ACCESS_KEY: 'abc', UPLOADS_SECRET_KEY: 'abc' }, 'region'],
  [{ UPLOADS_URL: 's3://x' }, 'UPLOADS_URL'],
  [{ UPLOADS_URL: 'ftp://pictures' }, 'UPLOADS_URL'],
])('the server does not start with %j, and says what it needs', async (environment, word) => {
  await expect(startTestServer({ environment })).rejects.toThrow(word)
})

it('the server does not start on a bucket that it cannot open, and says why', async () => {
  const bucket = await startBucket()
  const environment = {
    ...bucket.environment,
    UPLOADS_URL: bucket.environment.UPLOADS_URL?.replace('pictures', 'nowhere'),
  }
  await expect(startTestServer({ environment: environment as Record<string, string> })).rejects.toThrow('对象存储')
  await bucket.close()
})

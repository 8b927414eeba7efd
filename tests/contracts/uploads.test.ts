import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyUploads } from '../../server/features/media/copyUploads'
import type { Uploads } from '../../server/features/media/ports'
import { createPictureShelf } from '../../server/store/pictureShelf'
import { createUploadsBucket } from '../../server/store/uploadsBucket'
import { createUploadsFolder } from '../../server/store/uploadsFolder'
import { HOUR_MS } from '../../shared/domain/time'
import { startBucket, type TestBucket } from '../support/bucket'

let bucket: TestBucket
let folder = ''
beforeAll(async () => {
  bucket = await startBucket()
})
afterAll(() => bucket.close())
beforeEach(async () => {
  bucket.line('whole')
  folder = await mkdtemp(join(tmpdir(), 'association-uploads-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

let prefix = 0
const inBucket = (): Uploads => {
  const { endpoint, name, accessKeyId, secretAccessKey } = bucket
  prefix += 1
  const place = { endpoint: `${endpoint}/${name}`, region: 'us-east-1', prefix: `p${prefix}/` }
  return createUploadsBucket({ ...place, accessKeyId, secretAccessKey })
}
const shelf = (uploads: Uploads, now = () => Date.now(), mostBytes = 1_000_000) =>
  createPictureShelf({ uploads, folder, mostBytes, now })
const names = async (uploads: Uploads, start?: string) => {
  const found: [string, number][] = []
  for await (const { file, bytes } of uploads.list(start)) found.push([file, bytes])
  return found
}
const A = Buffer.from('a picture')
const unavailable = expect.objectContaining({ code: 'storage_unavailable' }) as Error

describe.each([
  ['a folder', () => createUploadsFolder(folder)],
  ['a bucket', () => inBucket()],
  ['a bucket with copies here', () => shelf(inBucket()).uploads],
])('pictures in %s', (_where, open) => {
  it('are given back as they were kept, until they are removed', async () => {
    const uploads = open()
    expect([await uploads.read('a.webp'), await uploads.holds('a.webp')]).toEqual([null, false])
    await uploads.keep('a.webp', A)
    await uploads.keep('a.webp', A)
    expect(await uploads.read('a.webp')).toEqual(A)
    expect(await uploads.holds('a.webp')).toBe(true)
    await uploads.remove('a.webp')
    await uploads.remove('a.webp')
    expect([await uploads.read('a.webp'), await uploads.holds('a.webp')]).toEqual([null, false])
  })

  it('are listed by name with their sizes, all or those that begin alike', async () => {
    const uploads = open()
    await uploads.keep('contact-1.webp', A)
    await uploads.keep('01k.small.webp', Buffer.alloc(7))
    await uploads.keep('01k.webp', Buffer.alloc(70_000, 1))
    expect(await names(uploads)).toEqual([
      ['01k.small.webp', 7],
      ['01k.webp', 70_000],
      ['contact-1.webp', 9],
    ])
    expect(await names(uploads, 'contact-')).toEqual([['contact-1.webp', 9]])
  })

  it.each(['../a.webp', '/etc/a.webp', ''])('refuse the name “%s”', async (name) => {
    await expect(open().keep(name, A)).rejects.toThrow()
  })
})

describe('a bucket behind a bad line', () => {
  it('is asked again: one break, or one “busy”, is not seen', async () => {
    const uploads = inBucket()
    for (const line of ['cut', 'busy', 'answer_lost'] as const) {
      bucket.line(line, 1)
      await uploads.keep(`${line}.webp`, A)
      bucket.line(line, 1)
      expect(await uploads.read(`${line}.webp`)).toEqual(A)
      bucket.line(line, 1)
      await uploads.remove(`${line}.webp`)
      expect(await uploads.holds(`${line}.webp`)).toBe(false)
    }
  })

  it('says that it cannot be reached, and keeps nothing of a picture whose answers were lost', async () => {
    const uploads = inBucket()
    bucket.line('answer_lost', 3)
    await expect(uploads.keep('a.webp', A)).rejects.toEqual(unavailable)
    expect(await names(uploads)).toEqual([])
    bucket.line('cut')
    await expect(uploads.read('a.webp')).rejects.toEqual(unavailable)
    await expect(names(uploads)).rejects.toEqual(unavailable)
  })

  it('is not asked again where it refused', async () => {
    const strict = await startBucket({ strict: true })
    try {
      const { name, accessKeyId, secretAccessKey, requests } = strict
      const place = { endpoint: `${strict.endpoint}/${name}`, region: 'us-east-1', prefix: 'signed/' }
      const uploads = createUploadsBucket({ ...place, accessKeyId, secretAccessKey })
      await uploads.keep('a.webp', A)
      expect([await uploads.read('a.webp'), await uploads.holds('a.webp')]).toEqual([A, true])
      const others = createUploadsBucket({ ...place, accessKeyId, secretAccessKey: 'another' })
      const before = requests.length
      await expect(others.read('a.webp')).rejects.toEqual(unavailable)
      expect(requests.length - before).toBe(1)
    } finally {
      await strict.close()
    }
  })

  it('says so when there is no such bucket', async () => {
    const { endpoint, accessKeyId, secretAccessKey } = bucket
    const place = { endpoint: `${endpoint}/nowhere`, region: 'us-east-1', prefix: '' }
    const uploads = createUploadsBucket({ ...place, accessKeyId, secretAccessKey })
    await expect(names(uploads)).rejects.toEqual(unavailable)
    await expect(uploads.keep('a.webp', A)).rejects.toEqual(unavailable)
  })
})

describe('copies of a bucket’s pictures', () => {
  it('are fetched once, however many ask at once, and given while the storage is away', async () => {
    const uploads = inBucket()
    await uploads.keep('a.webp', A)
    let hours = 0
    const { bring } = shelf(uploads, () => Date.now() + hours * HOUR_MS)
    const before = bucket.requests.length
    await Promise.all([1, 2, 3, 4].map(() => bring('a.webp')))
    expect(bucket.requests.length - before).toBe(1)
    bucket.line('cut')
    hours = 2
    await bring('a.webp')
    expect(await readdir(folder)).toEqual(['a.webp'])
    await expect(bring('other.webp')).rejects.toEqual(unavailable)
  })

  it('go when the picture was removed elsewhere, within an hour', async () => {
    const uploads = inBucket()
    await uploads.keep('a.webp', A)
    let hours = 0
    const { bring } = shelf(uploads, () => Date.now() + hours * HOUR_MS)
    await bring('a.webp')
    await uploads.remove('a.webp')
    await bring('a.webp')
    expect(await readdir(folder)).toEqual(['a.webp'])
    hours = 1.1
    await bring('a.webp')
    expect(await readdir(folder)).toEqual([])
  })

  it('make room when they are too many', async () => {
    const uploads = inBucket()
    const { uploads: copied } = shelf(uploads, undefined, 5_000)
    for (let number = 100; number < 200; number += 1) await copied.keep(`${number}.webp`, Buffer.alloc(100))
    expect(await readdir(folder)).toHaveLength(50)
  })
})

describe('copying pictures from one place to another', () => {
  it('goes on where it was broken off, both ways, and leaves what it copies', async () => {
    const here = createUploadsFolder(folder)
    for (let number = 10; number < 30; number += 1) await here.keep(`${number}.webp`, Buffer.alloc(number, number))
    const there = inBucket()
    let copied = 0
    bucket.line('whole')
    const broken = copyUploads(here, there, () => {
      copied += 1
      if (copied === 5) bucket.line('cut')
    })
    await expect(broken).rejects.toEqual(unavailable)
    bucket.line('whole')
    const before = (await names(there)).length
    expect(before).toBeGreaterThanOrEqual(5)
    const done = await copyUploads(here, there)
    expect([done.copied + done.passedOver, done.passedOver >= 5]).toEqual([20, true])
    expect(await names(there)).toEqual(await names(here))

    const back = await mkdtemp(join(tmpdir(), 'association-uploads-'))
    const returned = createUploadsFolder(back)
    expect(await copyUploads(there, returned)).toEqual({ copied: 20, passedOver: 0 })
    expect(await returned.read('29.webp')).toEqual(Buffer.alloc(29, 29))
    await rm(back, { recursive: true, force: true })
  })
})

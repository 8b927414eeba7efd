import { setTimeout as wait } from 'node:timers/promises'
import type { S3mini } from 's3mini'
import type { Uploads } from '../features/media/ports'
import { AppError } from '../kernel/errors'

export interface Bucket {
  /** With the bucket in it: in the path or in the host, as the service wants it. */
  endpoint: string
  region: string
  /** Before each name; '' or with a slash at its end. */
  prefix: string
  accessKeyId: string
  secretAccessKey: string
}

/** A picture is a few hundred kilobytes: what takes longer is a line that has died. */
const PATIENCE_MS = 20_000
/** Waits between the tries, ms. A name stands for one content, so that trying again harms nothing. */
const PAUSES = [200, 1_000]
const PAGE = 1_000

const NAME = /^[\w-]+(?:\.[\w-]+)*$/

const statusOf = (error: unknown): number | null =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : null

/** Worth another try: no answer, or one that says "not now". */
function isPassing(error: unknown): boolean {
  const status = statusOf(error)
  return status === null || status >= 500 || status === 429 || status === 408
}

const unavailable = (cause: unknown): AppError => new AppError('storage_unavailable', { cause })

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await work()
    } catch (error) {
      if (!isPassing(error)) throw unavailable(error)
      await wait(pause)
    }
  }
  return work().catch((error: unknown) => {
    throw unavailable(error)
  })
}

/**
 * Pictures in a bucket that speaks S3. An object is there whole or not at all: that is S3's own promise. The client is
 * loaded when it is first needed.
 * @throws AppError storage_unavailable
 */
export function createUploadsBucket({ endpoint, region, prefix, accessKeyId, secretAccessKey }: Bucket): Uploads {
  let client: Promise<S3mini> | null = null
  const load = async (): Promise<S3mini> => {
    const { S3mini } = await import('s3mini')
    return new S3mini({ endpoint, region, accessKeyId, secretAccessKey, requestAbortTimeout: PATIENCE_MS })
  }
  const s3 = () => (client ??= load())
  const keyOf = (file: string): string => {
    if (!NAME.test(file)) throw new Error(`${file} is no name of a picture`)
    return prefix + file
  }
  const removeOnce = async (file: string) => (await s3()).deleteObject(keyOf(file))

  return {
    async keep(file, content) {
      const key = keyOf(file)
      const type = file.endsWith('.webp') ? 'image/webp' : 'application/octet-stream'
      try {
        await again(async () => (await s3()).putObject(key, content, type))
      } catch (error) {
        // An answer that was lost may have been a yes.
        await removeOnce(file).catch(() => undefined)
        throw error
      }
    },

    async remove(file) {
      await again(() => removeOnce(file))
    },

    async read(file) {
      const key = keyOf(file)
      const found = await again(async () => (await s3()).getObjectArrayBuffer(key))
      return found === null ? null : Buffer.from(found)
    },

    async holds(file) {
      const key = keyOf(file)
      return (await again(async () => (await s3()).objectExists(key))) === true
    },

    async *list(start = '') {
      let token: string | undefined
      do {
        const found = await again(async () => (await s3()).listObjectsPaged('/', prefix + start, PAGE, token))
        if (!found) throw unavailable(new Error('there is no such bucket'))
        for (const { Key, Size } of found.objects ?? []) {
          const file = Key.slice(prefix.length)
          if (Key.startsWith(prefix) && NAME.test(file)) yield { file, bytes: Size }
        }
        token = found.nextContinuationToken
      } while (token !== undefined)
    },
  }
}

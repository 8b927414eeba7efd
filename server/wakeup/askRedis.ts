import { Redis } from 'ioredis'

const PATIENCE_MS = 5_000

/** What a Redis says of itself; `evicts`: it drops keys when its memory is full. Throws when it gives no answer. */
export async function askRedis(url: string): Promise<{ version: string; evicts: boolean }> {
  const redis = new Redis(url, {
    ...{ lazyConnect: true, connectTimeout: PATIENCE_MS, commandTimeout: PATIENCE_MS, maxRetriesPerRequest: 0 },
    retryStrategy: () => null,
    // else a process that only asks would stay for two seconds
    disconnectTimeout: 100,
  })
  let why: unknown
  redis.on('error', (error) => (why ??= error))
  try {
    await redis.connect()
    const info = await redis.info()
    const valueOf = (name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? ''
    return { version: valueOf('redis_version'), evicts: !['noeviction', ''].includes(valueOf('maxmemory_policy')) }
  } catch (error) {
    // ioredis says that the connection is closed; why it is comes as an event
    throw why ?? error
  } finally {
    redis.disconnect()
  }
}

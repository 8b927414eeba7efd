import { spawn, type ChildProcess } from 'node:child_process'
import { Redis } from 'ioredis'
import { freePort } from './freePort'
import { until } from './until'

/** A Redis that several tests share, each with keys of its own; empty when the runner found none. */
export const sharedRedisUrl = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379'

/** Removes the keys that a test has made in the shared Redis. */
export async function forgetKeys(prefix: string): Promise<void> {
  const redis = new Redis(sharedRedisUrl)
  const keys = await redis.keys(`${prefix}:*`)
  if (keys.length > 0) await redis.del(...keys)
  redis.disconnect()
}

export interface PrivateRedis {
  url: string
  flush(): Promise<void>
  /** SIGKILL: whoever is connected sees its connection break. */
  kill(): Promise<void>
  /** On the same port, with nothing in it. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** A Redis of a test's own, on a free port, that writes nothing to disk. */
export async function startRedis(): Promise<PrivateRedis> {
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  let child: ChildProcess

  const ask = async <T>(question: (redis: Redis) => Promise<T>): Promise<T> => {
    const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 })
    redis.on('error', () => undefined)
    try {
      await redis.connect()
      return await question(redis)
    } finally {
      redis.disconnect()
    }
  }
  const start = async () => {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
    child = spawn('redis-server', options, { stdio: 'ignore' })
    await until(
      () => ask((redis) => redis.ping()).catch(() => 'not yet'),
      (answer) => answer === 'PONG',
    )
  }
  const kill = () =>
    new Promise<void>((done) => {
      if (child.exitCode !== null || child.signalCode !== null) return done()
      child.once('exit', () => done())
      child.kill('SIGKILL')
    })

  await start()
  return { url, flush: () => ask((redis) => redis.flushall()).then(() => undefined), kill, restart: start, stop: kill }
}

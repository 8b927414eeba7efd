import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

export const mysqlUrl = process.env.TEST_MYSQL_URL ?? 'mysql://root@127.0.0.1:3306'

/** Whether a MySQL or MariaDB answers at `TEST_MYSQL_URL`; a server that is just starting gets a few seconds. */
export async function hasMysql() {
  const { createConnection } = await import('mysql2/promise')
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const connection = await createConnection({ uri: mysqlUrl, connectTimeout: 3000 })
      await connection.query('SELECT 1')
      await connection.end()
      return true
    } catch {
      await delay(500)
    }
  }
  return false
}

const MARIADB_PROGRAMS = [
  ['/usr/sbin/mariadbd', '/usr/local/bin/mariadbd'],
  ['/usr/bin/mariadb-install-db', '/usr/local/bin/mariadb-install-db'],
]

/** Whether a test can set up, kill and start a MariaDB of its own. */
export const hasOwnMariadb = () => MARIADB_PROGRAMS.every((paths) => paths.some((path) => existsSync(path)))

export const redisUrl = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379'

const hasCommand = (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0

/**
 * Whether a Redis answers at `TEST_REDIS_URL`, and there is a `redis-server` that a test can start, flush and kill as
 * its own.
 */
export async function hasRedis() {
  if (!hasCommand('redis-server')) return false
  const { Redis } = await import('ioredis')
  const redis = new Redis(redisUrl, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 3000 })
  redis.on('error', () => {})
  try {
    await redis.connect()
    return (await redis.ping()) === 'PONG'
  } catch {
    return false
  } finally {
    redis.disconnect()
  }
}

const CHROMIUMS = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of a Chromium, or null. */
export const findChromium = () => CHROMIUMS.find((path) => path !== undefined && existsSync(path)) ?? null

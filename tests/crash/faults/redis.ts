import { startRedis } from '../../support/redis'
import { eventually } from '../scene'
import { acceptedCount, faultRun, pause, type FaultOptions, type FaultResult } from './fault'

const AWAY_MS = 700

/** What Redis holds is thrown away again and again, and every third time Redis itself is killed and comes back empty. */
export async function redisFlush(options: FaultOptions): Promise<FaultResult> {
  const times = options.times ?? 15
  const redis = await startRedis()
  try {
    return await faultRun(
      'redis-flush',
      { ...options, db: 'mariadb', recipients: Math.max(options.recipients, times * 40) },
      async (scene) => {
        let struck = 0
        for (; struck < times; struck += 1) {
          const before = acceptedCount(scene)
          if (!(await eventually(() => acceptedCount(scene) >= before + 8))) break
          if (struck % 3 === 2) {
            await redis.kill()
            await pause(AWAY_MS)
            await redis.restart()
          } else {
            await redis.flush()
          }
        }
        return { unknownBound: 0, void: struck < times, seen: { struck } }
      },
      { redisUrl: redis.url, latencyMs: 100 },
    )
  } finally {
    await redis.stop()
  }
}

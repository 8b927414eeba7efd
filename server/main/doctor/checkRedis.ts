import { askRedis } from '../../wakeup/askRedis'
import { findingsOf, reasonOf, words, type Finding } from './finding'

const { ok, care, fail } = findingsOf(words('Redis', 'Redis'))

export async function checkRedis(url: string | undefined): Promise<Finding[]> {
  if (url === undefined) return [ok('没有设置 REDIS_URL，不需要。', 'not set, not needed.')]
  try {
    const { version, evicts } = await askRedis(url)
    if (Number.parseFloat(version) < 6.2) {
      return [fail(`版本 ${version} 太旧，请升级到 6.2 以上。`, `${version} is too old: 6.2 or newer.`)]
    }
    if (evicts) {
      return [
        care(
          `版本 ${version}。内存满时会丢弃内容，请设 maxmemory-policy noeviction。`,
          `${version} drops what it holds when its memory is full: set maxmemory-policy noeviction.`,
        ),
      ]
    }
    return [ok(`已连接，版本 ${version}。请确认至少运行着一个 npm run worker。`, `answers, ${version}; run a worker.`)]
  } catch (error) {
    const reason = reasonOf(error)
    return [
      fail(
        `连不上（${reason}）。请检查 REDIS_URL、Redis 是否运行、密码和防火墙；发送会慢几秒，不会丢。`,
        `does not answer (${reason}): check REDIS_URL, whether it runs, its password, the firewall.`,
      ),
    ]
  }
}

import { performance } from 'node:perf_hooks'
import { Pool } from 'undici'

export const CONNECTIONS = 256

const PATH = '/cgi-bin/message/subscribe/send?access_token=token'
/** As many bytes as a notice of the association has. */
const BODY = JSON.stringify({
  touser: `openid-${'o'.repeat(26)}`,
  template_id: 'template-a',
  page: `pages/article/index?id=${'0'.repeat(26)}&notice=${'0'.repeat(26)}`,
  data: { thing1: { value: '滨海长者健步行' }, time2: { value: '2026年11月28日 09:00' } },
  miniprogram_state: 'formal',
  lang: 'zh_CN',
})

/** Sends a second of undici's Pool with nothing behind it. */
export async function bareRate(url: string, sends: number): Promise<number> {
  const pool = new Pool(url, { connections: CONNECTIONS, pipelining: 1 })
  const headers = { 'content-type': 'application/json' }
  let left = sends
  const lane = async () => {
    while (left > 0) {
      left -= 1
      const { statusCode, body } = await pool.request({ method: 'POST', path: PATH, body: BODY, headers })
      const { errcode } = (await body.json()) as { errcode: number }
      if (statusCode !== 200 || errcode !== 0) throw new Error(`the stand-in answered ${statusCode} ${errcode}`)
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: CONNECTIONS }, lane))
  const rate = sends / ((performance.now() - start) / 1_000)
  await pool.close()
  return rate
}

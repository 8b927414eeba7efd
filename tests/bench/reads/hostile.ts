import { setTimeout as wait } from 'node:timers/promises'
import { refusedAddresses, strangeAddresses } from '../../support/hostile'
import { start } from './house'
import { p99, poolOf } from './load'

const PROBES = 1_500
const PROBE_EVERY_MS = 5
const ATTACKERS = 4

/** What members wait for whose questions come beside those that nobody asks by accident. */
export async function hostile(program: string, environment: Record<string, string>, words: string[]) {
  const product = await start(program, 'product', environment)
  const [probes, attacks] = [poolOf(product, 1), poolOf(product, ATTACKERS)]
  const addresses = [...refusedAddresses(), ...strangeAddresses()]
  const healthy = [
    '/api/home',
    '/api/channels/notices/articles',
    `/api/search?q=${encodeURIComponent(words[40] ?? '')}`,
  ]
  let isOver = false
  let next = 0
  let worst = 0
  let answered = 0

  const attack = async () => {
    while (!isOver) {
      const path = addresses[(next += 1) % addresses.length] ?? ''
      const begun = performance.now()
      const { body, statusCode } = await attacks.request({ path, method: 'GET' })
      await body.dump()
      if (statusCode >= 500) throw new Error(`${path.slice(0, 100)} was answered ${statusCode}`)
      worst = Math.max(worst, performance.now() - begun)
      answered += 1
    }
  }
  try {
    for (const path of healthy) await (await probes.request({ path, method: 'GET' })).body.dump()
    const attackers = Promise.all(Array.from({ length: ATTACKERS }, attack))
    const times: number[] = []
    for (let at = 0; at < PROBES; at += 1) {
      const begun = performance.now()
      const { body, statusCode } = await probes.request({ path: healthy[at % healthy.length] ?? '', method: 'GET' })
      await body.dump()
      if (statusCode !== 200) throw new Error(`a healthy question was answered ${statusCode}`)
      times.push(performance.now() - begun)
      await wait(PROBE_EVERY_MS)
    }
    isOver = true
    await attackers
    return {
      probe_p99_ms: Number(p99(times).toFixed(1)),
      hostile_worst_ms: Number(worst.toFixed(1)),
      hostile_requests: answered,
    }
  } finally {
    isOver = true
    await Promise.all([probes.destroy(), attacks.destroy()])
    await product.stop()
  }
}

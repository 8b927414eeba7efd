import type { Pool } from 'undici'
import type { Served } from './house'
import { cpuOf, median, type Round } from './load'

const ROUNDS = 5

const SKIPPED = ['date', 'connection', 'keep-alive', 'transfer-encoding']

export async function bytesOf(url: string): Promise<{ headers: string[]; body: string; etag: string }> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
  const headers = [...answer.headers].filter(([name]) => !SKIPPED.includes(name)).flat()
  return { headers, body: await answer.text(), etag: answer.headers.get('etag') ?? '' }
}

export interface Measured {
  product: Served
  products: Pool
  raw: Served
  raws: Pool
}

/** The product's CPU over the bare server's, in rounds that take turns; the median of the rounds. */
export async function ratioOf({ product, products, raw, raws }: Measured, round: Round, bare: Round, count: number) {
  await cpuOf(product, products, round, count / 2)
  await cpuOf(raw, raws, bare, count / 2)
  const ratios: number[] = []
  const costs: number[] = []
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const base = await cpuOf(raw, raws, bare, count)
    const cost = await cpuOf(product, products, round, count)
    costs.push(cost)
    ratios.push(cost / base)
  }
  return { ratio: Number(median(ratios).toFixed(2)), micros: median(costs) }
}

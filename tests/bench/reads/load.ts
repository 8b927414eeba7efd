import { randomUUID } from 'node:crypto'
import { Pool } from 'undici'
import type { Served } from './house'

const CONNECTIONS = 16

export interface Round {
  /** Path of the nth request. */
  path: (at: number) => string
  headers?: Record<string, string>
  status?: number
  /** Of so many requests one opens an article; 0: none. */
  viewsEach?: number
  viewPath?: string
}

/** Microseconds of the server's CPU for each of `count` requests. */
export async function cpuOf(served: Served, pool: Pool, round: Round, count: number): Promise<number> {
  const { path, headers = {}, status = 200, viewsEach = 0, viewPath = '' } = round
  const one = async (at: number) => {
    const isView = viewsEach > 0 && at % viewsEach === 0
    const answer = await pool.request(
      isView
        ? {
            path: viewPath,
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ opening: randomUUID() }),
          }
        : { path: path(at), method: 'GET', headers },
    )
    await answer.body.dump()
    if (answer.statusCode !== (isView ? 200 : status)) throw new Error(`${path(at)} answered ${answer.statusCode}`)
  }
  const before = await served.ask({ ask: 'cpu' })
  let next = 0
  const reader = async () => {
    while (next < count) await one(next++)
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, reader))
  return ((await served.ask({ ask: 'cpu' })) - before) / count
}

export const poolOf = (served: Served, connections = CONNECTIONS): Pool => new Pool(served.url, { connections })

export const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const quantile = (values: number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0

export const p95 = (values: number[]): number => quantile(values, 0.95)
export const p99 = (values: number[]): number => quantile(values, 0.99)

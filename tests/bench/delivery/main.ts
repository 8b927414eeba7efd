/**
 * How much of the wire's speed is left when every intent and every outcome is durable. One JSON line:
 * - `sqlite_ratio`, `mariadb_ratio`: sends a second of the engine over those of undici's Pool with nothing behind it, to
 *   the same stand-in 20 ms away, in rounds that take turns; the median of the rounds;
 * - `prepare_1m_s`: freezing an audience of a million on SQLite, while `read_…_ms` a reader waits for an answer of the
 *   same process; `rss_1m_mb`: the most memory that process took, preparing and sending;
 * - `workers_4_over_1`: four worker processes over one, on MariaDB and Redis.
 *
 * `npm run -s bench:delivery -- [--recipients 20000] [--rounds 5] [--audience 1000000] [--parts ratios,million,workers]
 * [--db sqlite,mariadb]`
 */
import { parseArgs } from 'node:util'
import { openFreshDatabase, type DatabaseKind } from '../../support/databases'
import { addMembers } from './audience'
import { bareRate } from './bareRate'
import { engineRate } from './engineRate'
import { million, runSender } from './million'
import { serve, startStandIn } from './standIn'
import { runWorker, workersRatio } from './workers'

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Each engine's rate is held against the bare ones right before and right after it. */
async function ratios(url: string, kinds: DatabaseKind[], rounds: number, recipients: number) {
  const opened = await Promise.all(kinds.map(openFreshDatabase))
  try {
    for (const { database } of opened) await addMembers(database, 0, recipients)
    const bare = [await bareRate(url, Math.min(recipients, 5_000))]
    const results = kinds.map((kind) => ({ kind, rates: [] as number[], ratios: [] as number[] }))
    bare.splice(0, 1, await bareRate(url, recipients))
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, { database }] of opened.entries()) {
        const rate = await engineRate(database, url, recipients)
        const before = bare.at(-1) ?? 0
        bare.push(await bareRate(url, recipients))
        results[index]?.rates.push(rate)
        results[index]?.ratios.push(rate / ((before + (bare.at(-1) ?? 0)) / 2))
      }
    }
    const line: Record<string, number> = { bare_per_s: Math.round(median(bare)) }
    for (const { kind, rates, ratios: all } of results) {
      line[`${kind}_per_s`] = Math.round(median(rates))
      line[`${kind}_ratio`] = Number(median(all).toFixed(3))
    }
    return line
  } finally {
    for (const { close } of opened) await close()
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      recipients: { type: 'string', default: '20000' },
      rounds: { type: 'string', default: '5' },
      audience: { type: 'string', default: '1000000' },
      parts: { type: 'string', default: 'ratios,million,workers' },
      db: { type: 'string', default: 'sqlite,mariadb' },
    },
  })
  const recipients = Number(values.recipients)
  const parts = values.parts.split(',')
  const { url, child } = await startStandIn(__filename)
  const line = {}
  try {
    if (parts.includes('ratios')) {
      Object.assign(line, await ratios(url, values.db.split(',') as DatabaseKind[], Number(values.rounds), recipients))
    }
    if (parts.includes('workers')) Object.assign(line, await workersRatio(__filename, url, recipients))
    if (parts.includes('million')) Object.assign(line, await million(__filename, url, Number(values.audience), 15_000))
    process.stdout.write(`${JSON.stringify(line)}\n`)
  } finally {
    child.kill()
  }
}

const [role, ...rest] = process.argv.slice(2)
const [first = '', second = '', third = ''] = rest
if (role === 'stand-in') serve()
else if (role === 'sender') void runSender(first, second)
else if (role === 'worker') void runWorker(first, second, third)
else void main()

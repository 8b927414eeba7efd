/**
 * How much of the wire's speed is left when every intent and every outcome is durable. One JSON line:
 * `sqlite_ratio`, `mariadb_ratio` (rate of the engine over that of undici's Pool alone, interleaved in one run),
 * `prepare_1m_s` and `rss_mb` (with `--prepare N`).
 *
 * `npx tsx tests/bench/delivery.ts [--recipients 20000] [--rounds 3] [--prepare 1000000] [--db sqlite,mariadb]`
 */
import { fork, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { Pool } from 'undici'
import { createEngine, createInProcessWakeup } from '../../server/delivery'
import { newId } from '../../server/kernel/ids'
import { silentLogger } from '../../server/kernel/logger'
import type { Database } from '../../server/store/database'
import { createLedger } from '../../server/store/ledger'
import { createTokenStore } from '../../server/store/repositories/wechatTokens'
import { createWechat } from '../../server/wechat'
import { openFreshDatabase, type DatabaseKind } from '../support/databases'
import { addNotice, noticeRow, statesOf } from '../support/ledgerRows'

const CONNECTIONS = 256
const LATENCY_MS = 20

/** The stand-in: 20 ms away, in a process of its own. */
function serve(): void {
  let msgid = 2n ** 60n
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      if (request.url?.includes('stable_token')) {
        response.end('{"access_token":"token","expires_in":7200}')
        return
      }
      msgid += 1n
      const text = `{"errcode":0,"errmsg":"ok","msgid":${msgid}}`
      setTimeout(() => response.end(text), LATENCY_MS)
    })
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
}

async function startStandIn(): Promise<{ url: string; child: ChildProcess }> {
  const child = fork(__filename, ['--serve'], { execArgv: ['--import', 'tsx'] })
  const port = await new Promise<number>((told) => child.once('message', (message) => told(Number(message))))
  return { url: `http://127.0.0.1:${port}`, child }
}

/** Sends a second with nothing behind it. */
async function bareRate(url: string, sends: number): Promise<number> {
  const pool = new Pool(url, { connections: CONNECTIONS, pipelining: 1 })
  const body = JSON.stringify({ touser: 'o'.repeat(28), template_id: 't'.repeat(43), page: 'p', data: {} })
  let left = sends
  const lane = async () => {
    while (left > 0) {
      left -= 1
      const path = '/cgi-bin/message/subscribe/send?access_token=token'
      const answer = await pool.request({ method: 'POST', path, body, headers: { 'content-type': 'application/json' } })
      await answer.body.text()
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: CONNECTIONS }, lane))
  const rate = sends / ((performance.now() - start) / 1_000)
  await pool.close()
  return rate
}

async function addMembers(database: Database, count: number): Promise<void> {
  for (let done = 0; done < count; done += 500) {
    const ids = Array.from({ length: Math.min(500, count - done) }, () => newId())
    await database.write(async (manager) => {
      const insert = (table: string, columns: string, rows: (string | number)[][]) =>
        manager.query(
          `INSERT INTO ${table} (${columns}) VALUES ${rows.map((row) => `(${row.map(() => '?').join(',')})`).join(',')}`,
          rows.flat(),
        )
      await insert(
        'member',
        'id, openid, created_at, last_seen_at',
        ids.map((id) => [id, `o-${id}`, 1, 1]),
      )
      await insert(
        'member_topic',
        'member_id, topic, subscribed, updated_at',
        ids.map((id) => [id, 'new_events', 1, 1]),
      )
      await insert(
        'grant_balance',
        'member_id, template_id, available, reserved, spent, updated_at',
        ids.map((id) => [id, 'template-a', 100, 0, 0, 1]),
      )
    })
  }
}

/** Sends a second of the whole engine, from the first claim to the last durable outcome. */
async function engineRate(database: Database, url: string, sends: number): Promise<number> {
  const clock = { now: () => Date.now() }
  const ledger = createLedger(database)
  const noticeId = await addNotice(database)
  while (!(await ledger.prepareChunk(noticeId, 500, clock.now())).done);
  const wechat = createWechat({
    baseUrl: url,
    appid: 'bench',
    secret: 'bench',
    tokenStore: createTokenStore(database),
    clock,
    logger: silentLogger,
    connections: CONNECTIONS,
  })
  const wakeup = createInProcessWakeup(clock)
  const settings = { concurrency: CONNECTIONS * 2, connections: CONNECTIONS, pollMs: 20 }
  const engine = createEngine({ ledger, messenger: wechat.messenger, clock, wakeup, logger: silentLogger, settings })
  const start = performance.now()
  engine.start()
  while ((await noticeRow(database, noticeId)).status !== 'finished') await new Promise((next) => setTimeout(next, 5))
  const seconds = (performance.now() - start) / 1_000
  await engine.stop()
  await wakeup.close()
  await wechat.close()
  const { sent = 0 } = await statesOf(database, noticeId)
  if (sent !== sends) throw new Error(`${sent} of ${sends} were sent`)
  return sends / seconds
}

async function prepareSeconds(database: Database): Promise<number> {
  const ledger = createLedger(database)
  const noticeId = await addNotice(database)
  const start = performance.now()
  while (!(await ledger.prepareChunk(noticeId, 500, Date.now())).done);
  return (performance.now() - start) / 1_000
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      serve: { type: 'boolean' },
      recipients: { type: 'string', default: '20000' },
      rounds: { type: 'string', default: '3' },
      prepare: { type: 'string', default: '0' },
      db: { type: 'string', default: 'sqlite' },
    },
  })
  if (values.serve) return serve()
  const recipients = Number(values.recipients)
  const kinds = values.db.split(',') as DatabaseKind[]
  const standIn = await startStandIn()
  const line: Record<string, number> = {}
  const opened = await Promise.all(kinds.map(openFreshDatabase))
  try {
    for (const { database } of opened) await addMembers(database, recipients)
    const bare: number[] = []
    const rates = kinds.map((): number[] => [])
    await bareRate(standIn.url, 5_000)
    for (let round = 0; round < Number(values.rounds); round += 1) {
      bare.push(await bareRate(standIn.url, recipients))
      for (const [index, { database }] of opened.entries()) {
        rates[index]?.push(await engineRate(database, standIn.url, recipients))
      }
    }
    line.bare_per_s = Math.round(median(bare))
    for (const [index, kind] of kinds.entries()) {
      const rate = median(rates[index] ?? [])
      line[`${kind}_per_s`] = Math.round(rate)
      line[`${kind}_ratio`] = Number((rate / median(bare)).toFixed(3))
    }
    const more = Number(values.prepare)
    const [first] = opened
    if (more > 0 && first !== undefined) {
      await addMembers(first.database, more - recipients)
      line.prepare_s = Number((await prepareSeconds(first.database)).toFixed(1))
    }
    line.rss_mb = Math.round(process.memoryUsage().rss / 2 ** 20)
    process.stdout.write(`${JSON.stringify(line)}\n`)
  } finally {
    for (const { close } of opened) await close()
    standIn.child.kill()
  }
}

void main()

import { fork, type ChildProcess } from 'node:child_process'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { steadyMemory } from '../../../server/kernel/steadyMemory'
import { openDatabase } from '../../../server/store/open'
import { openFreshDatabase } from '../../support/databases'
import { addNotice } from '../../support/ledgerRows'
import { addMembers } from './audience'
import { countOf, untilStatus } from './engineRate'
import { createSender } from './house'

const PROBE_EVERY_MS = 50

/** The sender's process: prepares, sends, and meanwhile answers readers out of the same database. */
export async function runSender(databaseUrl: string, url: string): Promise<void> {
  steadyMemory()
  const database = await openDatabase(databaseUrl)
  const { engine, stop } = createSender(database, url)
  const server = createServer((_question, response) => {
    void database.read
      .query('SELECT id, status FROM notice LIMIT 20')
      .then((rows) => response.end(JSON.stringify(rows)))
  })
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
  engine.start()
  const look = setInterval(() => process.send?.({ rss: process.memoryUsage.rss() }), 100)
  process.once('message', () => {
    clearInterval(look)
    server.close()
    server.closeAllConnections()
    void stop()
      .then(() => database.close())
      .then(() => process.disconnect())
  })
}

const ask = (port: number): Promise<number> =>
  new Promise((answered, failed) => {
    const start = performance.now()
    request({ port, host: '127.0.0.1' }, (response) => {
      response.resume()
      response.on('end', () => answered(performance.now() - start))
    })
      .on('error', failed)
      .end()
  })

interface Watched {
  port: Promise<number>
  /** Most memory seen so far, in bytes. */
  rss(): number
}

function watch(child: ChildProcess): Watched {
  let rss = 0
  const port = new Promise<number>((told) => {
    child.on('message', (message: { port?: number; rss?: number }) => {
      if (message.port !== undefined) told(message.port)
      rss = Math.max(rss, message.rss ?? 0)
    })
  })
  return { port, rss: () => rss }
}

const quantile = (values: number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

/** An audience of `audience` on SQLite: how long to freeze it, what a reader notices of it, how much memory it takes. */
export async function million(program: string, url: string, audience: number, sendMs: number) {
  const { database, url: databaseUrl, close } = await openFreshDatabase('sqlite')
  try {
    await addMembers(database, 0, audience)
    const child = fork(program, ['sender', databaseUrl, url])
    const sender = watch(child)
    const port = await sender.port
    const noticeId = await addNotice(database)
    const start = performance.now()
    let running = true
    const waits: number[] = []
    const probing = (async () => {
      while (running) {
        waits.push(await ask(port))
        await wait(PROBE_EVERY_MS)
      }
    })()
    await untilStatus(database, noticeId, 'running')
    const seconds = (performance.now() - start) / 1_000
    running = false
    await probing
    await wait(sendMs)
    const gone = new Promise((done) => child.once('exit', done))
    child.send('stop')
    await gone
    const sent = await countOf(database, noticeId, 'sent')
    return {
      prepare_1m_s: Number(seconds.toFixed(1)),
      read_median_ms: Number(quantile(waits, 0.5).toFixed(1)),
      read_p99_ms: Number(quantile(waits, 0.99).toFixed(1)),
      read_worst_ms: Number(Math.max(...waits).toFixed(1)),
      rss_1m_mb: Math.round(sender.rss() / 2 ** 20),
      sent_of_1m: sent,
    }
  } finally {
    await close()
  }
}

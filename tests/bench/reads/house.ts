import { fork, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createViewCounter } from '../../../server/features/articles/views'
import { systemClock } from '../../../server/kernel/clock'
import { silentLogger } from '../../../server/kernel/logger'
import { readSettings } from '../../../server/main/settings'
import { startWeb } from '../../../server/main/startWeb'
import { createPublishedArticles } from '../../../server/store/repositories/articlesRead'
import { tellChange } from '../../../server/store/repositories/publicContent'
import { idOf } from './fill'

/** What the bench asks of a process that serves. */
export type Question =
  | { ask: 'cpu' }
  | { ask: 'rss' }
  | { ask: 'queries' }
  | { ask: 'drop'; topics: string[] }
  | { ask: 'views'; openings: number; articles: number }
  | { ask: 'answers'; answers: Record<string, { headers: string[]; body: string; status?: number }> }

const cpuMicros = (): number => {
  const { user, system } = process.cpuUsage()
  return user + system
}

const reply = (answer: (question: Question) => Promise<number> | number) =>
  process.on(
    'message',
    (question: Question) => void Promise.resolve(answer(question)).then((value) => process.send?.({ value })),
  )

/** The product, as it starts by itself, with the counters that the bench reads. */
export async function serveProduct(): Promise<void> {
  const settings = readSettings(process.env)
  const web = await startWeb({ settings, clock: systemClock, logger: silentLogger, migrate: false, seed: false })
  const { database } = web
  let queries = 0
  const query = database.read.query.bind(database.read)
  database.read.query = (async (sql: string, values?: unknown[]) => {
    if (sql.includes('JOIN channel')) queries += 1
    return query(sql, values)
  }) as typeof database.read.query
  const { rows } = database
  Object.assign(database, {
    rows: ((asked, values) => {
      if (asked.sql.includes('JOIN channel')) queries += 1
      return rows(asked, values)
    }) satisfies typeof rows,
  })

  reply(async (question) => {
    switch (question.ask) {
      case 'cpu':
        return cpuMicros()
      case 'rss':
        return process.memoryUsage().rss
      case 'queries':
        return queries
      case 'drop':
        await database.write((manager) => tellChange(manager, question.topics))
        return 0
      case 'views': {
        const counter = createViewCounter(createPublishedArticles(database), silentLogger)
        const openings = Array.from({ length: question.openings }, () => randomUUID())
        const begun = cpuMicros()
        // Twice in the second that so many openings take.
        for (const [at, opening] of openings.entries()) {
          counter.count(idOf(0, at % question.articles), opening, 7)
          if (at + 1 === question.openings / 2) await counter.flush()
        }
        await counter.flush()
        return cpuMicros() - begun
      }
      default:
        return 0
    }
  })
  process.send?.({ port: web.port })
}

/** Plain `node:http` with nothing behind it, that sends the same bytes under the same headers. */
export function serveRaw(): void {
  let answers: Record<string, { headers: string[]; body: Buffer; status: number }> = {}
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ''] ?? answers['/']
    if (answer === undefined) return void response.writeHead(404).end()
    const send = () => {
      response.writeHead(answer.status, answer.headers)
      response.end(answer.body)
    }
    if (request.method === 'GET') return send()
    request.resume()
    request.on('end', send)
  })
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
  reply((question) => {
    if (question.ask === 'answers') {
      const entries = Object.entries(question.answers)
      answers = Object.fromEntries(
        entries.map(([path, { headers, body, status = 200 }]) => [path, { headers, body: Buffer.from(body), status }]),
      )
      return 0
    }
    return cpuMicros()
  })
}

export interface Served {
  url: string
  ask(question: Question): Promise<number>
  stop(): Promise<void>
}

export function start(
  program: string,
  role: 'product' | 'raw',
  environment: Record<string, string> = {},
): Promise<Served> {
  const child: ChildProcess = fork(program, [role], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', ...environment },
  })
  const next = <T>() => new Promise<T>((resolve) => child.once('message', (message) => resolve(message as T)))
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return Promise.race([
    next<{ port: number }>().then(({ port }) => ({
      url: `http://127.0.0.1:${port}`,
      async ask(question: Question) {
        const answer = next<{ value: number }>()
        child.send(question)
        return (await answer).value
      },
      async stop() {
        child.kill('SIGTERM')
        await gone
      },
    })),
    gone.then(() => {
      throw new Error(`${role} ended before it served`)
    }),
  ])
}

import type { Pool } from 'undici'

export interface WireRequest {
  method: 'GET' | 'POST'
  path: string
  body?: string
  timeoutMs: number
  /** The answer may be a picture: its bytes are given as they came, and it may be longer. */
  binary?: true
}

/**
 * What the wire says. `not_sent`: the request was never handed to a connection, so WeChat cannot have seen it.
 * `uncertain`: it was, and no whole answer came back.
 */
export type WireResult =
  | { kind: 'answer'; status: number; text: string; bytes?: Buffer }
  | { kind: 'not_sent'; detail: string }
  | { kind: 'uncertain'; detail: string }

export interface Transport {
  /** Never throws. */
  request(request: WireRequest): Promise<WireResult>
  close(): Promise<void>
}

const LONGEST_ANSWER = 64 * 1024
const LONGEST_PICTURE = 2 * 1024 * 1024

const detailOf = (error: Error): string => {
  const { code } = error as Error & { code?: unknown }
  return typeof code === 'string' ? code : error.name
}

/**
 * Requests over keep-alive connections. No request is ever repeated here: WeChat's send has no idempotency key.
 * `baseUrl` may carry a path in front (`http://127.0.0.1:3000/sandbox/wechat`).
 */
export function createTransport(options: { baseUrl: string; connections: number }): Transport {
  const base = new URL(options.baseUrl)
  const prefix = base.pathname.replace(/\/$/, '')
  const settings = {
    connections: options.connections,
    pipelining: 1,
    connect: { timeout: 5_000 },
    // The whole exchange has one deadline of its own, below.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: 16 * 1024,
  }
  let pool: Pool | undefined
  /** Made with the first request, and its library loaded: a server that only answers members never sends one. */
  const open = (): Pool => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- at once: no request may wait between its checks
    const undici = require('undici') as typeof import('undici')
    return new undici.Pool(base.origin, settings)
  }

  const request = ({ method, path, body, timeoutMs, binary }: WireRequest): Promise<WireResult> =>
    new Promise((resolve) => {
      let abort: ((reason: Error) => void) | null = null
      let status = 0
      let size = 0
      const chunks: Buffer[] = []
      let settled = false
      const settle = (result: WireResult) => {
        if (settled) return
        settled = true
        clearTimeout(timer)
        resolve(result)
      }
      const giveUp = (detail: string) => {
        settle({ kind: abort === null ? 'not_sent' : 'uncertain', detail })
        abort?.(new Error(detail))
      }
      const timer = setTimeout(() => giveUp('timeout'), timeoutMs)
      const headers = body === undefined ? {} : { 'content-type': 'application/json' }
      pool ??= open()
      pool.dispatch(
        { method, path: `${prefix}${path}`, headers, body: body ?? null, idempotent: false },
        {
          // Called right before the first byte is written; from here on nobody can say that nothing left.
          onRequestStart(controller) {
            if (settled) return controller.abort(new Error('given up before it started'))
            abort = (reason) => controller.abort(reason)
          },
          onResponseStart(_controller, statusCode) {
            status = statusCode
          },
          onResponseData(_controller, chunk) {
            size += chunk.length
            if (size > (binary ? LONGEST_PICTURE : LONGEST_ANSWER)) giveUp('answer_too_long')
            else chunks.push(chunk)
          },
          onResponseEnd() {
            const bytes = Buffer.concat(chunks)
            settle({ kind: 'answer', status, text: bytes.toString('utf8'), ...(binary ? { bytes } : {}) })
          },
          onResponseError(_controller, error) {
            settle({ kind: abort === null ? 'not_sent' : 'uncertain', detail: detailOf(error) })
          },
        },
      )
    })

  return { request, close: async () => pool?.destroy() }
}

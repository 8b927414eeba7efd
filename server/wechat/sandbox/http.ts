import type { IncomingMessage, ServerResponse } from 'node:http'

const BODY_LIMIT = 256 * 1024

/** The whole body as text. More than anything the API takes closes the connection. */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > BODY_LIMIT) throw new Error('the body is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

export function answer(response: ServerResponse, status: number, type: string, content: string | Buffer): void {
  if (response.destroyed) return
  const body = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  response.writeHead(status, {
    'content-type': type,
    'content-length': body.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(body)
}

export const answerJson = (response: ServerResponse, status: number, value: unknown): void =>
  answer(response, status, 'application/json; charset=utf-8', JSON.stringify(value))

export interface Call {
  request: IncomingMessage
  response: ServerResponse
  query: URLSearchParams
  /** Values of `{name}` in the route's path. */
  params: Record<string, string>
}

export type Route = (call: Call) => void | Promise<void>
/** Routes by `METHOD /path/{name}`. */
export type Routes = Record<string, Route>

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? ''
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    if (name !== undefined) params[name] = value
    else if (part !== value) return null
  }
  return params
}

/** Calls the route that fits; false when there is none. */
export async function dispatch(routes: Routes, path: string, call: Omit<Call, 'params'>): Promise<boolean> {
  for (const [key, route] of Object.entries(routes)) {
    const [method, pattern] = key.split(' ')
    const params = method === call.request.method ? matchPath(pattern ?? '', path) : null
    if (params === null) continue
    await route({ ...call, params })
    return true
  }
  return false
}

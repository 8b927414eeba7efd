import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface S3rver {
  run(): Promise<AddressInfo>
  close(): Promise<void>
}
type S3rverClass = new (options: object) => S3rver
// eslint-disable-next-line @typescript-eslint/no-require-imports -- it brings no types
const Server = require('@20minutes/s3rver') as S3rverClass

/** What the line to the storage does: goes through, breaks before a request or after it, or an answer of 503. */
export type Line = 'whole' | 'cut' | 'answer_lost' | 'busy'

export interface TestBucket {
  /** Without the bucket in it. */
  endpoint: string
  name: string
  accessKeyId: string
  secretAccessKey: string
  /** For `UPLOADS_URL` and its keys. */
  environment: Record<string, string>
  /** From now on, for so many requests; without a number until it is set anew. */
  line(state: Line, count?: number): void
  /** Requests that have come, such as `PUT`. */
  requests: string[]
  close(): Promise<void>
}

const NAME = 'pictures'
const KEYS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

/**
 * A server that speaks S3 and keeps objects in a folder of its own, behind a line that can break. Signatures are checked
 * with `strict`; it computes that of a list without the slash at the end of its path, which real services have, and so it
 * lists nothing then.
 */
export async function startBucket({ strict = false } = {}): Promise<TestBucket> {
  const directory = await mkdtemp(join(tmpdir(), 'association-s3-'))
  const server = new Server({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory, allowMismatchedSignatures: !strict },
    configureBuckets: [{ name: NAME, configs: [] }],
  })
  const { port } = await server.run()
  let state: Line = 'whole'
  let left = Infinity
  const requests: string[] = []

  const now = (): Line => {
    if (left <= 0) return 'whole'
    left -= 1
    return state
  }
  const forward = (request: IncomingMessage, response: ServerResponse, isLost: boolean) => {
    const { method, url: path, headers } = request
    const onwards = send({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      if (isLost) {
        answer.resume().once('end', () => request.socket.destroy())
        return
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onwards.on('error', () => request.socket.destroy())
    request.pipe(onwards)
  }
  const front = createServer((request, response) => {
    requests.push(request.method ?? '')
    const line = now()
    if (line === 'cut') request.socket.destroy()
    else if (line === 'busy') request.resume().once('end', () => response.writeHead(503).end())
    else forward(request, response, line === 'answer_lost')
  })
  await new Promise<void>((listening) => front.listen(0, '127.0.0.1', listening))
  const endpoint = `http://127.0.0.1:${(front.address() as AddressInfo).port}`

  return {
    endpoint,
    name: NAME,
    ...KEYS,
    requests,
    environment: {
      UPLOADS_URL: `s3://${NAME}/site?endpoint=${encodeURIComponent(endpoint)}&region=us-east-1`,
      UPLOADS_ACCESS_KEY: KEYS.accessKeyId,
      UPLOADS_SECRET_KEY: KEYS.secretAccessKey,
    },
    line(next, count = Infinity) {
      state = next
      left = next === 'whole' ? 0 : count
    },
    async close() {
      front.closeAllConnections()
      await new Promise((closed) => front.close(closed))
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

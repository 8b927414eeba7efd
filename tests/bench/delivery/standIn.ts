import { fork, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'

const LATENCY_MS = 20
const HEAD_END = Buffer.from('\r\n\r\n')
const TOKEN = answer('{"access_token":"token","expires_in":7200}')

function answer(body: string): string {
  return `HTTP/1.1 200 OK\r\nContent-Type: application/json; encoding=utf-8\r\nContent-Length: ${body.length}\r\n\r\n${body}`
}

/**
 * WeChat's side of the wire, 20 ms away: reads whole requests, accepts every send. Written on bare sockets so that it
 * takes as little as possible of a machine that it shares with what is measured.
 */
export function serve(): void {
  let accepted = 0
  const server = createServer({ noDelay: true }, (socket) => {
    let held: Buffer = Buffer.alloc(0)
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk) => {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
      for (;;) {
        const headEnd = held.indexOf(HEAD_END)
        if (headEnd < 0) return
        const head = held.toString('latin1', 0, headEnd)
        const end = headEnd + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
        if (held.length < end) return
        held = held.subarray(end)
        accepted += 1
        const text = head.includes('stable_token')
          ? TOKEN
          : answer(`{"errcode":0,"errmsg":"ok","msgid":30${String(accepted).padStart(17, '0')}}`)
        setTimeout(() => socket.write(text), LATENCY_MS)
      }
    })
  })
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
}

/** The stand-in in a process of its own. */
export async function startStandIn(program: string): Promise<{ url: string; child: ChildProcess }> {
  const child = fork(program, ['stand-in'])
  const port = await new Promise<number>((told) => child.once('message', (message) => told(Number(message))))
  return { url: `http://127.0.0.1:${port}`, child }
}

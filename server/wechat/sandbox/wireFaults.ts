import type { ServerResponse } from 'node:http'
import type { WireFault } from './faults'
import { answer } from './http'

const PAGE = '<!doctype html><html><head><title>网络认证</title></head><body>请登录后继续访问。</body></html>'

export type WireEffect = Exclude<WireFault, { kind: 'errcode' | 'busy' }>

/** Answers in the broken way that was ordered. `held` keeps what is never answered, to be let go at the end. */
export function applyWireFault(
  fault: WireEffect,
  response: ServerResponse,
  goodAnswer: string,
  held: Set<ServerResponse>,
): void {
  switch (fault.kind) {
    case 'black_hole':
      held.add(response)
      response.once('close', () => held.delete(response))
      return
    case 'reset_after_body':
      response.socket?.resetAndDestroy()
      return
    case 'bad_gateway':
      return answer(response, 502, 'text/html', '<html><body><h1>502 Bad Gateway</h1></body></html>')
    case 'html':
      return answer(response, 200, 'text/html; charset=utf-8', PAGE)
    case 'slow_bytes': {
      const bytes = Buffer.from(goodAnswer, 'utf8')
      response.writeHead(200, { 'content-type': 'application/json; encoding=utf-8', 'content-length': bytes.length })
      let at = 0
      const timer = setInterval(() => {
        response.write(bytes.subarray(at, at + 1))
        at += 1
        if (at === bytes.length) response.end()
      }, fault.intervalMs)
      timer.unref()
      held.add(response)
      response.once('close', () => {
        clearInterval(timer)
        held.delete(response)
      })
    }
  }
}

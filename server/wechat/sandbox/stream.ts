import type { ServerResponse } from 'node:http'
import type { Phone, Phones } from './phones'

const HEARTBEAT_MS = 15_000

/** Service notices as they arrive, told to the phone page by server-sent events. */
export class Streams {
  private readonly listening = new Map<ServerResponse, string>()
  private readonly heartbeat: NodeJS.Timeout
  private readonly unsubscribe: () => void

  constructor(phones: Phones) {
    this.unsubscribe = phones.onNotice((phone, notice) => {
      for (const [response, phoneId] of this.listening) {
        if (phoneId === phone.id) response.write(`id: ${notice.id}\nevent: notice\ndata: ${JSON.stringify(notice)}\n\n`)
      }
    })
    this.heartbeat = setInterval(() => {
      for (const response of this.listening.keys()) response.write(': still here\n\n')
    }, HEARTBEAT_MS)
    this.heartbeat.unref()
  }

  open(phone: Phone, response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    })
    response.write('retry: 1000\n\n')
    this.listening.set(response, phone.id)
    response.once('close', () => this.listening.delete(response))
  }

  close(): void {
    this.unsubscribe()
    clearInterval(this.heartbeat)
    for (const response of this.listening.keys()) response.end()
  }
}

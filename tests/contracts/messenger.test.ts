import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Messenger, SendResult } from '../../server/delivery'
import { silentLogger } from '../../server/kernel/logger'
import { createTokenStore } from '../../server/store/repositories/wechatTokens'
import { createWechat } from '../../server/wechat'
import { withDatabase } from '../support/databases'
import { PATIENCE_MS } from '../support/until'

/** How WeChat answers one send, written by hand from the documentation: no code of the stand-in is in between. */
type Wire = (answer: (text: string, status?: number) => void, drop: () => void) => void

const REQUEST = { openid: 'o-1', templateId: 't-1', values: { thing1: '健步行' }, page: 'pages/article/index?id=1' }

async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A messenger to a server that answers sends by `wire`; `seen` are the bodies that arrived. */
async function sendOver(
  wire: Wire,
  use: (messenger: Messenger, seen: string[], tokens: string[]) => Promise<void>,
  timeoutMs = PATIENCE_MS,
) {
  const seen: string[] = []
  const tokens: string[] = []
  let issued = 0
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const answer = (text: string, status = 200) => response.writeHead(status).end(text)
      const url = new URL(request.url ?? '', 'http://x')
      if (url.pathname.endsWith('/stable_token')) {
        issued += 1
        return answer(`{"access_token":"token-${issued}","expires_in":7200}`)
      }
      seen.push(body)
      tokens.push(url.searchParams.get('access_token') ?? '')
      wire(answer, () => request.socket.destroy())
    })
  })
  const baseUrl = await listen(server)
  await withDatabase('sqlite', async (database) => {
    const wechat = createWechat({
      baseUrl,
      appid: 'app',
      secret: 'secret',
      tokenStore: createTokenStore(database),
      clock: { now: () => Date.now() },
      logger: silentLogger,
      timeoutMs,
    })
    try {
      await use(wechat.messenger, seen, tokens)
    } finally {
      await wechat.close()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    }
  })
}

describe('a message goes to WeChat', () => {
  it('in the shape that the documentation gives', async () => {
    await sendOver(
      (answer) => answer('{"errcode":0,"errmsg":"ok","msgid":2985398273495931652}'),
      async (messenger, seen) => {
        expect(await messenger.send(REQUEST)).toEqual({ kind: 'accepted', msgid: '2985398273495931652' })
        expect(JSON.parse(seen[0] ?? '')).toEqual({
          touser: 'o-1',
          template_id: 't-1',
          page: 'pages/article/index?id=1',
          data: { thing1: { value: '健步行' } },
          miniprogram_state: 'formal',
          lang: 'zh_CN',
        })
      },
    )
  })

  it.each<[string, Wire, Partial<SendResult>]>([
    ['no answer', () => undefined, { kind: 'uncertain', reason: 'no_answer', detail: 'timeout' }],
    ['a connection that breaks', (_answer, drop) => drop(), { kind: 'uncertain', reason: 'no_answer' }],
    ['502', (answer) => answer('Bad Gateway', 502), { kind: 'uncertain', reason: 'garbled_answer' }],
    ['a page', (answer) => answer('<html></html>'), { kind: 'uncertain', reason: 'garbled_answer' }],
    ['JSON without a code', (answer) => answer('{"ok":true}'), { kind: 'uncertain', reason: 'garbled_answer' }],
    ['far too much', (answer) => answer(' '.repeat(100_000)), { kind: 'uncertain', reason: 'no_answer' }],
    ['"busy"', (answer) => answer('{"errcode":-1,"errmsg":"system error"}'), { reason: 'system_busy' }],
    ['43101', (answer) => answer('{"errcode":43101,"errmsg":"refuse"}'), { kind: 'member_no' }],
  ])('%s: is told apart, and the message is sent once', async (what, wire, expected) => {
    const send = async (messenger: Messenger, seen: string[]) => {
      expect(await messenger.send(REQUEST)).toMatchObject(expected)
      expect(seen).toHaveLength(1)
    }
    await sendOver(wire, send, what === 'no answer' ? 2_000 : PATIENCE_MS)
  })

  it('again with a new token when the old one is refused, and only then', async () => {
    let first = true
    await sendOver(
      (answer) => {
        answer(first ? '{"errcode":42001,"errmsg":"expired"}' : '{"errcode":0,"errmsg":"ok","msgid":1}')
        first = false
      },
      async (messenger, _seen, tokens) => {
        expect(await messenger.send(REQUEST)).toEqual({ kind: 'accepted', msgid: '1' })
        expect(tokens).toEqual(['token-1', 'token-2'])
      },
    )
  })

  it('later, when every token is refused: certainly not sent, paid from the budget for tokens', async () => {
    await sendOver(
      (answer) => answer('{"errcode":40001,"errmsg":"invalid credential"}'),
      async (messenger, seen) => {
        expect(await messenger.send(REQUEST)).toMatchObject({ kind: 'not_sent', budget: 'token' })
        expect(seen).toHaveLength(2)
      },
    )
  })

  it('later, when nobody listens: certainly not sent', async () => {
    const baseUrl = 'http://127.0.0.1:1'
    await withDatabase('sqlite', async (database) => {
      const tokenStore = createTokenStore(database)
      const now = Date.now()
      await tokenStore.lock('app', 0, 1_000)
      await tokenStore.save('app', 0, { token: 't', expiresAt: now + 3_600_000, forcedAt: 0, forcedCount: 0 }, now)
      const clock = { now: () => now }
      const parts = { baseUrl, appid: 'app', secret: 's', tokenStore, clock, logger: silentLogger }
      const { messenger, close } = createWechat(parts)
      expect(await messenger.send(REQUEST)).toEqual({
        kind: 'not_sent',
        budget: 'attempt',
        waitMs: 0,
        detail: 'ECONNREFUSED',
      })
      await close()
    })
  })
})

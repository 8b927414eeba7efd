import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEngine, createInProcessWakeup, type Engine, type EngineSettings } from '../../server/delivery'
import type { Logger } from '../../server/kernel/logger'
import { silentLogger } from '../../server/kernel/logger'
import { createLedger } from '../../server/store/ledger'
import { createTokenStore } from '../../server/store/repositories/wechatTokens'
import { createWechat } from '../../server/wechat'
import { createSandbox, SANDBOX_APPID, SANDBOX_SECRET, type SandboxOptions } from '../../server/wechat/sandbox'
import { createTestClock } from '../support/clock'
import { openFreshDatabase, type DatabaseKind } from '../support/databases'
import { addMember, statesOf, TEMPLATE_ID } from '../support/ledgerRows'
import { createSlotWatch } from '../support/slots'
import { PATIENCE_MS } from '../support/until'

export const TEMPLATE = {
  id: TEMPLATE_ID,
  title: '活动预告通知',
  fields: [
    { key: 'thing1', label: '活动名称' },
    { key: 'time2', label: '活动时间' },
  ],
}

export interface AcceptedSend {
  msgid: string
  phoneId: string
  page: string
  /** ISO 8601 */
  at: string
}

/** A lease that no slow machine loses, and a stop that gives up only on what hangs. */
const QUICK: Partial<EngineSettings> = { heartbeatMs: 150, pollMs: 100, drainMs: PATIENCE_MS }

interface StartOptions {
  /** How long WeChat is waited for. */
  timeoutMs?: number
  /** Holds a send, which is in hand by then, until this resolves. */
  hold?: () => Promise<void>
}

/** Waits until `check` holds, looking again each few milliseconds; says what it saw when it never does. */
export async function until<T>(what: string, look: () => Promise<T> | T, check: (seen: T) => boolean): Promise<T> {
  const giveUpAt = Date.now() + PATIENCE_MS
  for (;;) {
    const seen = await look()
    if (check(seen)) return seen
    if (Date.now() > giveUpAt) throw new Error(`never came: ${what}; last seen ${JSON.stringify(seen)}`)
    await new Promise((next) => setTimeout(next, 15))
  }
}

/**
 * A database, a stand-in of WeChat on a port of its own and as many engines as a test starts. `stop` ends everything
 * and removes the database.
 */
export async function openHouse(kind: DatabaseKind, sandboxOptions: Partial<SandboxOptions> = {}) {
  const { database, close } = await openFreshDatabase(kind)
  const clock = createTestClock()
  const sandbox = createSandbox({ miniProgram: '珠海社工协会', templates: [TEMPLATE], ...sandboxOptions })
  let sendsAsked = 0
  const server = createServer((request, response) => {
    if (request.url?.includes('/message/subscribe/send')) sendsAsked += 1
    void sandbox.handle(request, response)
  })
  const listen = (port: number) => new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const wakeup = createInProcessWakeup(clock)
  const opened: { engine: Engine; wechat: ReturnType<typeof createWechat> }[] = []
  const slots = createSlotWatch(database)

  const control = async <T>(path: string, body: unknown = {}, method = 'POST'): Promise<T> => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${url}/sandbox/api${path}`, {
      method,
      headers,
      body: method === 'GET' ? undefined : JSON.stringify(body),
    })
    return (await answer.json()) as T
  }

  const newWechat = (timeoutMs: number, logger: Logger = silentLogger) =>
    createWechat({
      baseUrl: `${url}/sandbox/wechat`,
      appid: SANDBOX_APPID,
      secret: SANDBOX_SECRET,
      tokenStore: createTokenStore(database),
      clock,
      logger,
      timeoutMs,
    })

  const openids = newWechat(PATIENCE_MS)

  return {
    kind,
    database,
    clock,
    wakeup,
    url,
    control,
    wechat: openids,
    newWechat,
    ledger: createLedger(database),

    /** Members with a phone, who accepted `grants` times at WeChat and, unless told otherwise, so in our ledger. */
    async members(count: number, options: { grants?: number; counted?: number } = {}) {
      const { grants = 1, counted = grants } = options
      return Promise.all(
        Array.from({ length: count }, async () => {
          const { phoneId } = await control<{ phoneId: string }>('/phones', { grants: { [TEMPLATE_ID]: grants } })
          const { code } = await control<{ code: string }>(`/phones/${phoneId}/login-code`)
          const { openid } = await openids.login.exchange(code)
          const memberId = await addMember(database, { openid, grants: counted })
          return { phoneId, openid, memberId }
        }),
      )
    },

    startEngine(settings: Partial<EngineSettings> = {}, { timeoutMs = PATIENCE_MS, hold }: StartOptions = {}): Engine {
      const wechat = newWechat(timeoutMs)
      const { ledger, messenger } = slots.watch(createLedger(database), wechat.messenger)
      const engine = createEngine({
        ledger,
        messenger: {
          ...messenger,
          send: async (request) => {
            await hold?.()
            return messenger.send(request)
          },
        },
        clock,
        wakeup,
        logger: silentLogger,
        settings: { ...QUICK, ...settings },
      })
      opened.push({ engine, wechat })
      engine.start()
      return engine
    },

    /** What WeChat took, oldest first. */
    async accepted(): Promise<AcceptedSend[]> {
      const { sends } = await control<{ sends: AcceptedSend[] }>('/accepted?limit=1000', undefined, 'GET')
      return sends
    },

    /** Sends without a slot or before it, and slots beyond the rate. */
    async keptRate(ratePerSecond: number) {
      return { ...(await slots.kept(ratePerSecond)), withoutSlot: Math.max(0, sendsAsked - slots.given()) }
    },

    states: (noticeId: string) => statesOf(database, noticeId),

    refuseConnections: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
    acceptConnections: () => listen(port),

    async stop() {
      await Promise.all(opened.map(({ engine }) => engine.stop()))
      await Promise.all([openids.close(), ...opened.map(({ wechat }) => wechat.close())])
      await wakeup.close()
      await sandbox.stop()
      server.closeAllConnections()
      if (server.listening) await new Promise((done) => server.close(done))
      await close()
    },
  }
}

export type House = Awaited<ReturnType<typeof openHouse>>

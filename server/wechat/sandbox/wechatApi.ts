import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { AcceptedLog } from './acceptedLog'
import type { DrawnCodes } from './drawnCodes'
import type { EventSender } from './events'
import type { Faults, FaultTarget } from './faults'
import { answer, readText, type Call, type Routes } from './http'
import type { LoginCodes } from './loginCodes'
import { checkCode, drawCode } from './miniProgramCode'
import { messageIds, type Phones } from './phones'
import { checkSend, parseSend, type SendBody } from './sendMessage'
import type { Tokens } from './tokens'
import { ApiRefusal, type SandboxTemplate } from './types'
import { applyWireFault } from './wireFaults'

export interface WechatApiParts {
  appid: string
  secret: string
  miniProgram: string
  templates: readonly SandboxTemplate[]
  pages: readonly string[]
  phones: Phones
  tokens: Tokens
  codes: LoginCodes
  drawn: DrawnCodes
  faults: Faults
  accepted: AcceptedLog
  events: EventSender
  now: () => number
  latencyMs: () => number
  sentEventDelayMs: number
  /** Answers that are never given, until the stand-in stops. */
  held: Set<ServerResponse>
}

const pause = (ms: number): Promise<void> => (ms <= 0 ? Promise.resolve() : new Promise((done) => setTimeout(done, ms)))

const ERRMSG: Record<number, string> = {
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40014: 'invalid access_token',
  40037: 'invalid template_id',
  40164: 'invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist',
  40226: 'code blocked',
  41030: 'invalid page',
  42001: 'access_token expired',
  43101: 'user refuse to accept the msg',
  43107: 'subscribe message template has been blocked',
  43108: 'concurrent sending is not allowed',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, please retry later',
  45168: 'content contains sensitive words',
  47003: 'argument invalid!',
}

const refusalText = (errcode: number, errmsg: string): string =>
  JSON.stringify({
    errcode,
    errmsg: `${errmsg} rid: ${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}`,
  })
const BUSY = JSON.stringify({ errcode: -1, errmsg: 'system error' })

/** The routes of `api.weixin.qq.com` that the product calls, answering as they do: always 200, `errcode` inside. */
export function wechatRoutes(parts: WechatApiParts): Routes {
  const { phones, tokens, codes, faults, accepted, events } = parts
  const nextMessageId = messageIds()
  const sendingTo = new Set<string>()

  function checkApp(appid: unknown, secret: unknown): void {
    if (appid !== parts.appid) throw new ApiRefusal(40013, 'invalid appid')
    if (secret !== parts.secret) throw new ApiRefusal(40125, 'invalid appsecret')
  }

  /** Takes the message: from here on the member has it, whatever becomes of the answer. Resolves to WeChat's answer. */
  async function accept(body: SendBody): Promise<string> {
    const { phone, template, page, values } = checkSend(body, parts)
    const msgid = nextMessageId()
    const at = new Date(parts.now()).toISOString()
    phones.deliver(phone, {
      id: String(msgid),
      templateId: template.id,
      title: template.title,
      rows: template.fields.map(({ key, label }) => ({ label, value: values[key] ?? '' })),
      page,
      miniProgram: parts.miniProgram,
      at,
    })
    await accepted.add({
      msgid: String(msgid),
      openid: phone.openid,
      phoneId: phone.id,
      templateId: template.id,
      page,
      values,
      at,
    })
    const eventFault = faults.onEvent({ on: 'send', phoneId: phone.id, templateId: template.id })
    if (eventFault !== 'sent_event_lost') {
      const delivered = eventFault !== 'sent_event_failed'
      events.send(
        phone.openid,
        { type: 'sent', templateId: template.id, msgid: String(msgid), delivered },
        parts.sentEventDelayMs,
      )
    }
    // a bare number, larger than 2^53
    return `{"errcode":0,"errmsg":"ok","msgid":${msgid}}`
  }

  /** Runs one call with its latency and whatever fault was ordered for it. */
  async function run(
    call: Call,
    target: FaultTarget,
    type: string,
    work: () => string | Buffer | Promise<string | Buffer>,
  ): Promise<void> {
    const guarded = (): Promise<string | Buffer> =>
      Promise.resolve()
        .then(work)
        .catch((error: unknown) => {
          if (error instanceof ApiRefusal) return refusalText(error.errcode, error.message)
          throw error
        })
    const fault = faults.onWire(target)
    await pause(parts.latencyMs() / 2)
    if (fault?.kind === 'errcode') {
      await pause(parts.latencyMs() / 2)
      return answer(call.response, 200, type, refusalText(fault.errcode, ERRMSG[fault.errcode] ?? 'error'))
    }
    const said = fault === null || fault.accepted ? await guarded() : BUSY
    await pause(parts.latencyMs() / 2)
    if (fault === null) return answer(call.response, 200, typeof said === 'string' ? type : 'image/jpeg', said)
    if (fault.kind === 'busy') return answer(call.response, 200, type, BUSY)
    applyWireFault(fault, call.response, String(said), parts.held)
  }

  const JSON_TYPE = 'application/json; encoding=utf-8'

  return {
    'GET /sns/jscode2session': (call) =>
      // the real one says text/plain too
      run(call, { on: 'login' }, 'text/plain', () => {
        checkApp(call.query.get('appid'), call.query.get('secret'))
        if (call.query.get('grant_type') !== 'authorization_code') throw new ApiRefusal(40002, 'invalid grant_type')
        return JSON.stringify(codes.exchange(call.query.get('js_code') ?? ''))
      }),

    'POST /cgi-bin/stable_token': async (call) => {
      const text = await readText(call.request)
      await run(call, { on: 'token' }, JSON_TYPE, () => {
        const body = parseObject(text)
        checkApp(body['appid'], body['secret'])
        if (body['grant_type'] !== 'client_credential') throw new ApiRefusal(40002, 'invalid grant_type')
        return JSON.stringify(tokens.stable(body['force_refresh'] === true))
      })
    },

    'POST /wxa/getwxacodeunlimit': async (call) => {
      const text = await readText(call.request)
      await run(call, { on: 'code' }, JSON_TYPE, () => {
        tokens.check(call.query.get('access_token'))
        const order = checkCode(parseObject(text), parts.pages)
        parts.drawn.add(order)
        return drawCode(order)
      })
    },

    'GET /wxaapi/newtmpl/gettemplate': (call) =>
      run(call, { on: 'code' }, JSON_TYPE, () => {
        tokens.check(call.query.get('access_token'))
        return JSON.stringify({ errcode: 0, errmsg: 'ok', data: parts.templates.map(listed) })
      }),

    'POST /cgi-bin/message/subscribe/send': async (call) => {
      const text = await readText(call.request)
      const hint = sendHint(text)
      const phoneId = phones.withOpenid(hint.openid)?.id
      // 43108: a second send to the same member before the first was answered
      const isSecond = sendingTo.has(hint.openid)
      if (!isSecond) sendingTo.add(hint.openid)
      try {
        await run(call, { on: 'send', phoneId, templateId: hint.templateId }, JSON_TYPE, () => {
          tokens.check(call.query.get('access_token'))
          const body = parseSend(text)
          if (isSecond) throw new ApiRefusal(43108, 'concurrent sending is not allowed')
          return accept(body)
        })
      } finally {
        if (!isSecond) sendingTo.delete(hint.openid)
      }
    },
  }
}

/** As `getTemplateList` tells of a template. */
function listed({ id, title, fields, longTerm = false }: SandboxTemplate): object {
  const lines = (value: (key: string) => string) => fields.map(({ key, label }) => `${label}:${value(key)}\n`).join('')
  const enums = fields.flatMap(({ key, options }) =>
    options === undefined ? [] : [{ keywordCode: `${key}.DATA`, enumValueList: options }],
  )
  return {
    priTmplId: id,
    title,
    content: lines((key) => `{{${key}.DATA}}`),
    example: lines(() => '示例'),
    type: longTerm ? 3 : 2,
    ...(enums.length === 0 ? {} : { keywordEnumValueList: enums }),
  }
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // not JSON: the same answer as anything that is not an object
  }
  throw new ApiRefusal(47001, 'data format error')
}

/** Whom a send is for, to find a fault that was ordered for just them; whatever the body is. */
function sendHint(text: string): { openid: string; templateId?: string } {
  try {
    const body = parseSend(text)
    return { openid: body.touser, templateId: body.template_id }
  } catch {
    return { openid: '' }
  }
}

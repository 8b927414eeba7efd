import { z } from 'zod'
import type { AcceptedLog } from './acceptedLog'
import { pathOf, type DrawnCode, type DrawnCodes } from './drawnCodes'
import type { EventSender } from './events'
import { faultOrder, type Faults } from './faults'
import { answer, answerJson, readText, type Call, type Route, type Routes } from './http'
import type { LoginCodes } from './loginCodes'
import { drawCode } from './miniProgramCode'
import type { Phone, Phones } from './phones'
import type { Streams } from './stream'
import { answerDialog, DialogError } from './subscribeDialog'
import type { Tokens } from './tokens'
import type { SandboxTemplate } from './types'

export interface ControlParts {
  miniProgram: string
  templates: readonly SandboxTemplate[]
  phones: Phones
  tokens: Tokens
  codes: LoginCodes
  drawn: DrawnCodes
  /** The mini-program's pages, the first one first. */
  pages: readonly string[]
  faults: Faults
  accepted: AcceptedLog
  events: EventSender
  streams: Streams
  setLatency: (ms: number) => void
  refuseConnections?: (durationMs: number) => void
}

class ControlError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** The smallest that WeChat draws. */
const THUMBNAIL = 280

const answerOf = z.enum(['accept', 'reject', 'ban', 'filter'])
const newPhone = z.strictObject({ grants: z.record(z.string(), z.int().min(0)).default({}) })
const subscribeBody = z.strictObject({ answers: z.record(z.string(), answerOf), keep: z.boolean().default(false) })
const phoneChange = z.strictObject({
  mainSwitch: z.boolean().optional(),
  blocked: z.boolean().optional(),
  /** Templates that the member unticks in WeChat's settings. */
  unsubscribe: z.array(z.string()).max(50).optional(),
})
const revokeBody = z.strictObject({
  code: z.union([z.literal(40001), z.literal(40014), z.literal(42001)]).default(40001),
})
const settingsBody = z.strictObject({ latencyMs: z.int().min(0).max(60_000) })

/** JSON only: a form of another site cannot order anything. An empty body counts as `{}`. */
async function bodyOf<T>(call: Call, schema: z.ZodType<T>): Promise<T> {
  const text = await readText(call.request)
  if (text !== '' && !/^application\/json\b/.test(call.request.headers['content-type'] ?? '')) {
    throw new ControlError(415, 'media_type', 'application/json expected')
  }
  let value: unknown
  try {
    value = JSON.parse(text === '' ? '{}' : text)
  } catch {
    throw new ControlError(400, 'malformed', 'not JSON')
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new ControlError(400, 'invalid', z.prettifyError(parsed.error))
  return parsed.data
}

const presentPhone = ({ id, mainSwitch, blocked, grants, kept }: Phone) => ({
  phoneId: id,
  mainSwitch,
  blocked,
  grants,
  kept,
})

/** What tests and the phone page order from the stand-in. It is not part of WeChat. */
export function controlRoutes(parts: ControlParts): Routes {
  const { phones, tokens, codes, drawn, faults, accepted, events, streams } = parts

  function phoneOf(call: Call): Phone {
    const phone = phones.get(call.params['id'] ?? '')
    if (phone === undefined) throw new ControlError(404, 'phone_not_found', 'there is no such phone')
    return phone
  }

  function codeOf(id: string): DrawnCode {
    const code = drawn.get(id)
    if (code === undefined) throw new ControlError(404, 'code_not_found', 'no such code is in front of the camera')
    return code
  }

  const routes: Routes = {
    'GET /site': ({ response }) =>
      answerJson(response, 200, { miniProgram: parts.miniProgram, templates: parts.templates }),

    'POST /phones': async (call) => {
      const { grants } = await bodyOf(call, newPhone)
      answerJson(call.response, 201, presentPhone(phones.create(grants)))
    },
    'GET /phones/{id}': (call) => answerJson(call.response, 200, presentPhone(phoneOf(call))),
    'PUT /phones/{id}': async (call) => {
      const phone = phoneOf(call)
      const { unsubscribe = [], ...change } = await bodyOf(call, phoneChange)
      phones.change(phone, change)
      for (const templateId of unsubscribe) phones.unsubscribe(phone, templateId)
      if (unsubscribe.length > 0) events.send(phone.openid, { type: 'change', templateIds: unsubscribe })
      answerJson(call.response, 200, presentPhone(phone))
    },
    'POST /phones/{id}/login-code': async (call) => {
      const phone = phoneOf(call)
      await bodyOf(call, z.strictObject({}))
      answerJson(call.response, 201, { code: codes.issue(phone) })
    },
    'POST /phones/{id}/subscribe': async (call) => {
      const phone = phoneOf(call)
      const { answers, keep } = await bodyOf(call, subscribeBody)
      answerJson(call.response, 200, answerDialog({ phone, answers, keep, ...parts }))
    },
    // what a camera would see: the picture; what stands in it, only a scan tells
    'GET /codes': ({ response }) =>
      answerJson(response, 200, { codes: drawn.list().map(({ id, page, at }) => ({ id, page, at })) }),
    'GET /codes/{id}/picture': async ({ response, params }) => {
      const { scene } = codeOf(params['id'] ?? '')
      answer(response, 200, 'image/jpeg', await drawCode({ scene, width: THUMBNAIL }))
    },
    'POST /phones/{id}/scan': async (call) => {
      phoneOf(call)
      const { code } = await bodyOf(call, z.strictObject({ code: z.string() }))
      answerJson(call.response, 200, { path: pathOf(codeOf(code), parts.pages[0] ?? '') })
    },
    'GET /phones/{id}/notices': (call) => answerJson(call.response, 200, { notices: phoneOf(call).notices }),
    'GET /phones/{id}/stream': (call) => streams.open(phoneOf(call), call.response),

    'GET /faults': ({ response }) => answerJson(response, 200, { faults: faults.list() }),
    'POST /faults': async (call) => {
      const order = await bodyOf(call, faultOrder)
      if (order.kind === 'refused') {
        if (parts.refuseConnections === undefined) {
          throw new ControlError(501, 'not_here', 'only a stand-in in its own process can refuse connections')
        }
        answerJson(call.response, 201, { faults: faults.list() })
        return parts.refuseConnections(order.durationMs)
      }
      faults.order(order)
      answerJson(call.response, 201, { faults: faults.list() })
    },
    'DELETE /faults': ({ response }) => {
      faults.clear()
      answerJson(response, 200, { faults: [] })
    },
    'PUT /settings': async (call) => {
      const { latencyMs } = await bodyOf(call, settingsBody)
      parts.setLatency(latencyMs)
      answerJson(call.response, 200, { latencyMs })
    },
    'GET /tokens': ({ response }) => answerJson(response, 200, { issued: tokens.issued }),
    'POST /tokens/revoke': async (call) => {
      tokens.revoke((await bodyOf(call, revokeBody)).code)
      answerJson(call.response, 200, { issued: tokens.issued })
    },
    'GET /accepted': ({ response, query }) => {
      const after = Number(query.get('after') ?? 0)
      const limit = Math.min(Number(query.get('limit') ?? 100), 1000)
      // the openid stays inside, here too
      const sends = accepted.after(after, limit).map(({ openid: _openid, ...send }) => send)
      answerJson(response, 200, { total: accepted.total, sends })
    },
  }
  return Object.fromEntries(Object.entries(routes).map(([key, route]) => [key, withErrors(route)]))
}

function withErrors(route: Route): Route {
  return async (call) => {
    try {
      await route(call)
    } catch (error) {
      if (error instanceof DialogError) {
        return answerJson(call.response, 400, { errCode: error.errCode, errMsg: error.message })
      }
      if (!(error instanceof ControlError)) throw error
      answerJson(call.response, error.status, { error: { code: error.code, message: error.message } })
    }
  }
}

import type { Ledger } from '../../delivery/ports'
import type { Clock } from '../../kernel/clock'
import type { Logger } from '../../kernel/logger'
import type { CallbackCodec, CallbackEvent, CallbackQuery, EventMemory, GrantEvents, MemberErasure } from './ports'

export interface CallbackDeps {
  codec: CallbackCodec
  memory: EventMemory
  ledger: Pick<Ledger, 'confirm'>
  grants: GrantEvents
  erasure: MemberErasure
  /** Called when a delivery was settled, so that what waited behind it goes on. */
  notify: () => void
  clock: Clock
  logger: Logger
}

async function act(event: CallbackEvent, key: string, deps: CallbackDeps): Promise<void> {
  const { ledger, grants, erasure, notify, clock, logger } = deps
  switch (event.kind) {
    case 'sent': {
      const match = await ledger.confirm(event, clock.now())
      if (match === 'matched') notify()
      else logger.info({ templateId: event.templateId, msgid: event.msgid }, 'a sent-event matches no delivery')
      if (!event.delivered) logger.warn({ msgid: event.msgid, status: event.status }, 'WeChat could not deliver')
      return
    }
    case 'answers':
      if (!(await grants.recordAnswers(event.openid, event.answers, key))) {
        logger.info({ event: key }, 'answers of nobody we know, or of no template of ours')
      }
      return
    case 'unsubscribed':
      if (!(await grants.recordUnsubscribed(event.openid, event.templateIds, key))) {
        logger.info({ event: key }, 'an unsubscription of nobody we know, or of no template of ours')
      }
      return
    case 'authorisation_cancelled':
      if (await erasure.erase({ openid: event.openid }, clock.now())) {
        logger.info({ event: key }, 'a member was erased: WeChat told that they deleted their account')
      }
      return
    case 'other':
      logger.info({ name: event.name }, 'an event that nothing is done about')
  }
}

/**
 * Acts on one event of WeChat's. It is remembered only after everything in it has been done: each act changes nothing
 * when it is done twice, so what fails half-way is told again by WeChat and made whole.
 */
export async function receiveEvent(
  query: CallbackQuery,
  body: string,
  deps: CallbackDeps,
): Promise<'done' | 'refused'> {
  const { codec, memory, clock, logger } = deps
  const opened = codec.open(query, body, clock.now())
  if (!opened.ok) {
    logger.warn({ reason: opened.reason }, 'a callback was refused')
    return 'refused'
  }
  if (await memory.has(opened.key)) return 'done'
  for (const event of opened.events) await act(event, opened.key, deps)
  await memory.remember(opened.key, clock.now())
  return 'done'
}

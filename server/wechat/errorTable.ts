import type { SendResult } from '../delivery/ports'
import { MINUTE_MS } from '../../shared/domain/time'

/**
 * What each code that WeChat answers to a send means for the delivery, decided once.
 *
 * Sources: server API `subscribeMessage.send`, table "错误码"; "全局返回码"; for 43101, 43108 and 45168 also answers of
 * the platform's staff in its community.
 */
type Meaning = 'token' | SendResult

const no = (errmsg: string) => ({ detail: errmsg })

const MEANINGS: Record<number, (errmsg: string) => Meaning> = {
  // The access token is missing, wrong or over: a new one and the same send again.
  40001: () => 'token',
  40014: () => 'token',
  41001: () => 'token',
  42001: () => 'token',
  // This member, lastingly.
  40003: () => ({ kind: 'member_no', reason: 'invalid_openid', grantGone: false }),
  43101: () => ({ kind: 'member_no', reason: 'not_subscribed', grantGone: true }),
  // Whoever it is sent to.
  40037: () => ({ kind: 'notice_no', reason: 'template_invalid' }),
  41030: () => ({ kind: 'notice_no', reason: 'page_invalid' }),
  47003: () => ({ kind: 'notice_no', reason: 'value_invalid' }),
  43107: () => ({ kind: 'notice_no', reason: 'banned' }),
  48001: () => ({ kind: 'notice_no', reason: 'banned' }),
  48004: () => ({ kind: 'notice_no', reason: 'banned' }),
  // This one send.
  45168: () => ({ kind: 'delivery_no', reason: 'content_refused' }),
  // Not now.
  43108: (errmsg) => ({ kind: 'not_sent', budget: 'rate', waitMs: 2_000, ...no(errmsg) }),
  45011: (errmsg) => ({ kind: 'not_sent', budget: 'rate', waitMs: MINUTE_MS, ...no(errmsg) }),
  45009: (errmsg) => ({ kind: 'not_sent', budget: 'daily', waitMs: 0, ...no(errmsg) }),
  // The operator must mend something: app id, secret, or this server's address on the allow list.
  40013: (errmsg) => ({ kind: 'not_sent', budget: 'token', waitMs: MINUTE_MS, ...no(errmsg) }),
  40164: (errmsg) => ({ kind: 'not_sent', budget: 'token', waitMs: MINUTE_MS, ...no(errmsg) }),
}

/** The class of an answer to a send; `token` when the access token was refused. */
export function meaningOf(errcode: number, errmsg: string, msgid: string | null): Meaning {
  if (errcode === 0) return { kind: 'accepted', msgid }
  // "System busy": the documentation does not say that nothing was sent.
  if (errcode === -1) return { kind: 'uncertain', reason: 'system_busy', detail: `-1 ${errmsg}` }
  const meaning = MEANINGS[errcode]
  // A code that nobody documented proves nothing either way.
  return (
    meaning?.(`${errcode} ${errmsg}`) ?? { kind: 'uncertain', reason: 'garbled_answer', detail: `${errcode} ${errmsg}` }
  )
}

/** What WeChat tells our server, as far as the product acts on it. */
export type CallbackEvent =
  | { kind: 'sent'; openid: string; templateId: string; msgid: string; delivered: boolean; status: string }
  | { kind: 'answers'; openid: string; answers: { templateId: string; answer: 'accept' | 'reject' }[] }
  | { kind: 'unsubscribed'; openid: string; templateIds: string[] }
  | { kind: 'authorisation_cancelled'; openid: string }
  | { kind: 'other'; name: string }

/** The query of a callback; everything in it may be missing or forged. */
export interface CallbackQuery {
  signature?: string
  msg_signature?: string
  timestamp?: string
  nonce?: string
  echostr?: string
}

export type Opened =
  /** `key` is the same for every telling of one event, however often and under whichever signature. */
  { ok: true; key: string; events: CallbackEvent[] } | { ok: false; reason: string }

export interface CallbackCodec {
  /** WeChat's check of the address: what to echo, or null when it is not WeChat that asks. */
  echo(query: CallbackQuery): string | null
  /** Verifies, decrypts and reads one event. `now` in milliseconds since the epoch. */
  open(query: CallbackQuery, body: string, now: number): Opened
}

/** Events that have been acted upon. */
export interface EventMemory {
  has(key: string): Promise<boolean>
  remember(key: string, now: number): Promise<void>
}

/** What becomes of a member's permissions. Resolves to false when there was nobody or nothing of ours. */
export interface GrantEvents {
  recordAnswers(
    openid: string,
    answers: { templateId: string; answer: 'accept' | 'reject' }[],
    eventKey: string,
  ): Promise<boolean>
  recordUnsubscribed(openid: string, templateIds: string[], eventKey: string): Promise<boolean>
}

export interface MemberErasure {
  /** Stops what was not sent and removes every row that names the member; false when there is no such member. */
  erase(who: { openid: string }, now: number): Promise<boolean>
}

import { createHmac } from 'node:crypto'
import type { CalendarLink } from '../../../shared/contract'
import type { Clock } from '../../kernel/clock'
import { AppError } from '../../kernel/errors'
import type { Sealer } from '../../kernel/seal'
import { findEvent, type EventOfMember } from './eventReminder'
import type { EventChoices, SessionKeys } from './ports'

export interface CalendarLinkDeps {
  choices: EventChoices
  sessionKeys: SessionKeys
  sealer: Sealer
  clock: Clock
}

/**
 * The way from an entry of the phone's calendar back to the event. Source: WeChat client API `wx.addPhoneCalendar`, base
 * library 3.7.6: `signature` is `hmac_sha256(session_key, path)` in hex, with the key as the text that WeChat gave.
 * @throws AppError article_not_found, notice_needs_event, session_key_missing
 */
export async function linkCalendar(
  deps: CalendarLinkDeps,
  { memberId, articleId }: EventOfMember,
): Promise<CalendarLink> {
  await findEvent(deps.choices, articleId)
  const kept = await deps.sessionKeys.newest(memberId, deps.clock.now())
  const key = kept && deps.sealer.open(kept.sealedKey, kept.tokenHash)
  if (key === null) throw new AppError('session_key_missing')
  const path = `pages/article/index?id=${articleId}`
  return { path, signature: createHmac('sha256', key).update(path).digest('hex') }
}

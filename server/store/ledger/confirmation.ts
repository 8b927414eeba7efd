import type { SentEvent } from '../../delivery/ports'
import { grantMove } from './grantMoves'
import { HELD_COLUMNS, holdDeliveries, moveDeliveries, toHeld, type HeldDelivery } from './moves'
import type { Transact, Transaction } from './transaction'

/** By the number that WeChat gave us, among the few rows of the member it was given for: no index has to hold it. */
async function byMsgid(transaction: Transaction, event: SentEvent): Promise<HeldDelivery | null> {
  const rows = await transaction.all(
    `SELECT ${HELD_COLUMNS} FROM member AS m ${transaction.sql.joinInOrder} delivery AS t ON t.member_id = m.id
      WHERE m.openid = ? AND t.template_id = ? AND t.msgid = ? ${transaction.sql.forUpdate}`,
    [event.openid, event.templateId, event.msgid],
  )
  return rows[0] === undefined ? null : toHeld(rows[0])
}

/**
 * By the one open delivery of member and template: the unique open key makes the match certain. One that is still
 * `sending` is matched too, for the event may overtake WeChat's own answer, or come when the sender has died.
 */
async function byOpenKey(transaction: Transaction, event: SentEvent): Promise<HeldDelivery | null> {
  const [member] = await transaction.all('SELECT id FROM member WHERE openid = ?', [event.openid])
  if (member === undefined) return null
  const rows = await transaction.all(
    `SELECT ${HELD_COLUMNS} FROM delivery AS t WHERE t.open_key = ? AND t.msgid IS NULL ${transaction.sql.forUpdate}`,
    [`${member.id}:${event.templateId}`],
  )
  return rows[0] === undefined ? null : toHeld(rows[0])
}

/** WeChat knows of a send, so its bytes have left: from here on it is no longer the sender's to put back. */
async function openUp(transaction: Transaction, delivery: HeldDelivery, now: number): Promise<HeldDelivery> {
  await moveDeliveries(transaction, [{ delivery, to: 'unknown', reason: 'no_answer' }], now)
  return { ...delivery, state: 'unknown', grantState: grantMove(delivery.grantState, 'unknown').to }
}

/** What waited behind this delivery need not wait any longer. `COALESCE`: the member finds the rows, not the state. */
async function letNextGo(transaction: Transaction, settled: HeldDelivery, now: number): Promise<void> {
  await transaction.run(
    `UPDATE delivery SET not_before = ? WHERE member_id = ? AND template_id = ? AND COALESCE(state, '') = 'pending'
      AND not_before > ?`,
    [now, settled.memberId, settled.templateId, now],
  )
}

/** WeChat's own word on what became of a send, and the end of waiting for it. */
export const confirmationOn = (transact: Transact) => ({
  confirm: (event: SentEvent, now: number) =>
    transact(async (transaction): Promise<'matched' | 'no_match'> => {
      const delivery = (await byMsgid(transaction, event)) ?? (await byOpenKey(transaction, event))
      if (delivery === null) return 'no_match'
      // A second telling of the same, or of what has failed already, changes nothing.
      if (delivery.state === 'failed') return 'matched'
      if (delivery.state === 'sent' && event.delivered) {
        await transaction.run("UPDATE delivery SET reason = 'confirmed' WHERE id = ? AND state = 'sent'", [delivery.id])
        return 'matched'
      }
      const held = delivery.state === 'sending' ? await openUp(transaction, delivery, now) : delivery
      const to = event.delivered ? ('sent' as const) : ('failed' as const)
      const reason = event.delivered ? ('confirmed' as const) : ('wechat_failed' as const)
      await moveDeliveries(transaction, [{ delivery: held, to, reason, msgid: event.msgid }], now)
      await letNextGo(transaction, delivery, now)
      return 'matched'
    }),

  closeOldUnknown: (ageMs: number, now: number) =>
    transact(async (transaction) => {
      const old = await holdDeliveries(
        transaction,
        ['unknown'],
        "t.open_key > '' AND t.sending_at <= ?",
        [now - ageMs],
        500,
      )
      await moveDeliveries(
        transaction,
        old.map((delivery) => ({ delivery, to: 'unconfirmed' as const, reason: 'no_event_72h' as const })),
        now,
      )
      for (const delivery of old) await letNextGo(transaction, delivery, now)
      return old.length
    }),
})

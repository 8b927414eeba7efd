import type { EntityManager } from 'typeorm'
import type { BindingLook, BindingStore } from '../../features/bindings/ports'
import { noticeStatusesBefore } from '../../../shared/domain/notice'
import { affectedRows } from '../affectedRows'
import type { Database } from '../database'
import { GrantBalanceEntity, StaffBindingCodeEntity, StaffBindingEntity, StaffEntity } from '../entities'
import { isDuplicate } from '../isDuplicate'
import { recordAudit } from './audit'
import { lockMember } from './memberLock'

const DAY_MS = 86_400_000
const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/** What was to go to an own WeChat that is bound no more: the sweep gives its grants back. */
async function giveUpTests(manager: EntityManager, staffId: string): Promise<void> {
  const open = noticeStatusesBefore('cancelled')
  await affectedRows(
    manager,
    `UPDATE notice SET status = 'cancelled', pause_reason = NULL
      WHERE audience = 'self' AND created_by = ? AND status IN (${marks(open)})`,
    [staffId, ...open],
  )
}

/** Unbinds an account within the transaction that closes it, or that binds another WeChat. False: nothing was bound. */
export async function forgetBinding(manager: EntityManager, staffId: string): Promise<boolean> {
  const gone = await affectedRows(manager, 'DELETE FROM staff_binding WHERE staff_id = ?', [staffId])
  if (gone > 0) await giveUpTests(manager, staffId)
  return gone > 0
}

/** The same from the member's side: who takes back the consent is nobody's WeChat any more. */
export async function forgetBindingOf(manager: EntityManager, memberId: string): Promise<void> {
  const bound = await manager.findOneBy(StaffBindingEntity, { memberId })
  if (bound !== null) await forgetBinding(manager, bound.staffId)
}

interface Scanned {
  look: BindingLook
  /** The account, where the code is good. */
  staffId: string | null
}

const refused = (code: Extract<BindingLook, { refused: unknown }>['refused']): Scanned => ({
  look: { refused: code },
  staffId: null,
})

async function scan(manager: EntityManager, codeHash: string, memberId: string, now: number): Promise<Scanned> {
  const code = await manager.findOneBy(StaffBindingCodeEntity, { codeHash })
  if (code === null) return refused('binding_code_unknown')
  const { staffId } = code
  const staff = await manager.findOneBy(StaffEntity, { id: staffId })
  if (staff === null || staff.disabled) return refused('binding_staff_disabled')
  const bound = await manager.findOneBy(StaffBindingEntity, { memberId })
  const { name } = staff
  // A phone that lost our answer asks again and is told the same.
  if (bound?.staffId === staffId) return { look: { name, mine: true }, staffId: null }
  if (code.usedAt !== null) return refused('binding_code_used')
  if (code.expiresAt <= now) return refused('binding_code_expired')
  if (bound !== null) return refused('binding_member_taken')
  return { look: { name, mine: false }, staffId }
}

/** Held until the binding commits, so that an account that is being closed is not bound behind its back. */
const HOLD_STAFF = 'UPDATE staff SET disabled = disabled WHERE id = ? AND disabled = 0'
const TAKE = 'UPDATE staff_binding_code SET used_at = ? WHERE code_hash = ? AND used_at IS NULL AND expires_at > ?'

export function createStaffBindings(database: Database): BindingStore & { removeEnded(now: number): Promise<void> } {
  const store: BindingStore = {
    async of(staffId) {
      const row = await database.read.findOneBy(StaffBindingEntity, { staffId })
      if (row === null) return null
      const balances = await database.read.findBy(GrantBalanceEntity, { memberId: row.memberId })
      const available = new Map(balances.map((balance) => [balance.templateId, balance.available]))
      return { since: row.boundAt, available }
    },

    keepCode: (code, now) =>
      database.write(async (manager) => {
        const sql = 'UPDATE staff_binding_code SET expires_at = ? WHERE staff_id = ? AND expires_at > ?'
        await affectedRows(manager, sql, [now, code.staffId, now])
        await manager.insert(StaffBindingCodeEntity, { ...code, usedAt: null })
      }),

    look: async (codeHash, memberId, now) => (await scan(database.read, codeHash, memberId, now)).look,

    async bind(codeHash, memberId, now, audit) {
      try {
        return await database.write(async (manager) => {
          await lockMember(manager, memberId, now)
          const { look, staffId } = await scan(manager, codeHash, memberId, now)
          if (staffId === null || 'refused' in look) return look
          if ((await affectedRows(manager, HOLD_STAFF, [staffId])) !== 1) return { refused: 'binding_staff_disabled' }
          // Counted: of two phones that confirm the same code at once, one is told that it was used.
          if ((await affectedRows(manager, TAKE, [now, codeHash, now])) !== 1) return { refused: 'binding_code_used' }
          await forgetBinding(manager, staffId)
          await manager.insert(StaffBindingEntity, { staffId, memberId, boundAt: now })
          await recordAudit(manager, audit(staffId))
          return { ...look, mine: true }
        })
      } catch (error) {
        // Another code of the same account was confirmed by another phone at the same moment.
        if (isDuplicate(error)) return { refused: 'binding_code_used' }
        throw error
      }
    },

    unbind: (staffId, audit) =>
      database.write(async (manager) => {
        const done = await forgetBinding(manager, staffId)
        if (done) await recordAudit(manager, audit)
        return done
      }),
  }
  return {
    ...store,
    async removeEnded(now) {
      const sql = 'DELETE FROM staff_binding_code WHERE expires_at <= ?'
      await database.write((manager) => affectedRows(manager, sql, [now - DAY_MS]))
    },
  }
}

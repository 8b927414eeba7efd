import type { EntityManager } from 'typeorm'
import type { Proof, TwoStepStore } from '../../features/staff/portsTwoStep'
import { affectedRows } from '../affectedRows'
import type { Database } from '../database'
import {
  SettingEntity,
  StaffEntity,
  StaffHalfLoginEntity,
  StaffRecoveryCodeEntity,
  StaffSecondStepEntity,
  StaffSessionEntity,
} from '../entities'
import { recordAudit } from './audit'

/** The setting under which it stands that administrators must have a second step. */
const SIGN_IN_SETTING = 'sign_in'
export const ADMINISTRATORS = 'administrators'

class Gone extends Error {}

/** Takes a proof: true for the one caller who did. A code of the app counts only behind the last one that was taken. */
async function take(manager: EntityManager, staffId: string, proof: Proof): Promise<boolean> {
  const [sql, values] =
    'step' in proof
      ? [
          'UPDATE staff_second_step SET last_step = ? WHERE staff_id = ? AND confirmed_at IS NOT NULL AND last_step < ?',
          [proof.step, staffId, proof.step],
        ]
      : ['DELETE FROM staff_recovery_code WHERE code_hash = ? AND staff_id = ?', [proof.codeHash, staffId]]
  return (await affectedRows(manager, String(sql), values as (string | number)[])) === 1
}

async function forgetSecondStep(manager: EntityManager, staffId: string): Promise<void> {
  await manager.delete(StaffSecondStepEntity, { staffId })
  await manager.delete(StaffRecoveryCodeEntity, { staffId })
  await manager.delete(StaffHalfLoginEntity, { staffId })
}

async function keepCodes(manager: EntityManager, staffId: string, codeHashes: string[]): Promise<void> {
  await manager.delete(StaffRecoveryCodeEntity, { staffId })
  await manager.insert(
    StaffRecoveryCodeEntity,
    codeHashes.map((codeHash) => ({ codeHash, staffId })),
  )
}

export function createTwoStep(database: Database): TwoStepStore & { removeEnded(now: number): Promise<void> } {
  const of: TwoStepStore['of'] = async (staffId) => {
    const row = await database.read.findOneBy(StaffSecondStepEntity, { staffId })
    if (row === null) return null
    const codesLeft = await database.read.countBy(StaffRecoveryCodeEntity, { staffId })
    return { secret: row.secret, confirmedAt: row.confirmedAt, codesLeft }
  }

  return {
    of,

    begin(staffId, secret, now) {
      return database.write(async (manager) => {
        const row = await manager.findOneBy(StaffSecondStepEntity, { staffId })
        if (row !== null && row.confirmedAt !== null) return false
        await manager.save(StaffSecondStepEntity, { staffId, secret, begunAt: now, confirmedAt: null, lastStep: 0 })
        return true
      })
    },

    confirm(staffId, { secret, step, codeHashes, keepTokenHash }, audit) {
      return database.write(async (manager) => {
        const sql =
          'UPDATE staff_second_step SET confirmed_at = ?, last_step = ? WHERE staff_id = ? AND secret = ? AND confirmed_at IS NULL'
        if ((await affectedRows(manager, sql, [audit.at, step, staffId, secret])) !== 1) return false
        await keepCodes(manager, staffId, codeHashes)
        await manager.query('DELETE FROM staff_session WHERE staff_id = ? AND token_hash <> ?', [
          staffId,
          keepTokenHash,
        ])
        await recordAudit(manager, audit)
        return true
      })
    },

    replaceCodes(staffId, proof, codeHashes, audit) {
      return database.write(async (manager) => {
        if (!(await take(manager, staffId, proof))) return false
        await keepCodes(manager, staffId, codeHashes)
        await recordAudit(manager, audit)
        return true
      })
    },

    turnOff(staffId, proof, audit) {
      return database.write(async (manager) => {
        if (!(await take(manager, staffId, proof))) return false
        await forgetSecondStep(manager, staffId)
        await recordAudit(manager, audit)
        return true
      })
    },

    use: (staffId, proof) => database.write((manager) => take(manager, staffId, proof)),

    reset(staffId, audit) {
      return database.write(async (manager) => {
        if (!(await manager.existsBy(StaffSecondStepEntity, { staffId }))) return false
        await forgetSecondStep(manager, staffId)
        await manager.delete(StaffSessionEntity, { staffId })
        await recordAudit(manager, audit)
        return true
      })
    },

    async keepHalfLogin(half) {
      await database.write((manager) => manager.insert(StaffHalfLoginEntity, half))
    },

    async findHalfLogin(tokenHash, now) {
      const half = await database.read.findOneBy(StaffHalfLoginEntity, { tokenHash })
      if (half === null || half.expiresAt <= now) return null
      const [staff, step] = await Promise.all([
        database.read.findOneBy(StaffEntity, { id: half.staffId, disabled: false }),
        of(half.staffId),
      ])
      return staff === null || step === null || step.confirmedAt === null ? null : { staff, step }
    },

    async enter(tokenHash, proof, { now, ...session }, replaces, audit) {
      const enter = async (manager: EntityManager) => {
        if (!(await take(manager, session.staffId, proof))) return false
        const sql = 'DELETE FROM staff_half_login WHERE token_hash = ? AND staff_id = ? AND expires_at > ?'
        // gone meanwhile: the proof is given back with everything else
        if ((await affectedRows(manager, sql, [tokenHash, session.staffId, now])) !== 1) throw new Gone()
        if (replaces !== null) await manager.delete(StaffSessionEntity, replaces)
        await manager.insert(StaffSessionEntity, { ...session, createdAt: now, lastSeenAt: now })
        await recordAudit(manager, audit)
        return true
      }
      try {
        return await database.write(enter)
      } catch (error) {
        if (error instanceof Gone) return false
        throw error
      }
    },

    async administratorsMust() {
      return (await database.read.findOneBy(SettingEntity, { name: SIGN_IN_SETTING }))?.value === ADMINISTRATORS
    },

    async setAdministratorsMust(must, audit) {
      await database.write(async (manager) => {
        const value = must ? ADMINISTRATORS : ''
        await manager.save(SettingEntity, { name: SIGN_IN_SETTING, value, updatedAt: audit.at })
        await recordAudit(manager, audit)
      })
    },

    async removeEnded(now) {
      await database.write((manager) => manager.query('DELETE FROM staff_half_login WHERE expires_at <= ?', [now]))
    },
  }
}

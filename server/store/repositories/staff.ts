import type { EntityManager } from 'typeorm'
import type { StaffCredentials, StaffStore } from '../../features/staff/ports'
import type { Database } from '../database'
import { SettingEntity, StaffEntity, StaffSessionEntity } from '../entities'
import { recordAudit } from './audit'
import { takeSetting } from './settings'

const SETUP_CODE = 'setup_code_hash'

async function insertStaff(manager: EntityManager, staff: StaffCredentials, now: number): Promise<void> {
  const { id, login, name, role, passwordHash } = staff
  await manager.insert(StaffEntity, {
    id,
    login: login.toLowerCase(),
    name,
    role,
    passwordHash,
    disabled: false,
    createdAt: now,
  })
}

export const createStaffRepository = (database: Database): StaffStore => ({
  hasAny: () => database.read.exists(StaffEntity),

  findByLogin: (login) =>
    database.read.findOne(StaffEntity, { where: { login: login.toLowerCase(), disabled: false } }),

  addFirst(staff, codeHash, audit) {
    return database.write(async (manager) => {
      // the kept code is the lock: of two who know it, one takes it
      if (!(await takeSetting(manager, SETUP_CODE, codeHash))) return false
      if (await manager.exists(StaffEntity)) return false
      await insertStaff(manager, staff, audit.at)
      await recordAudit(manager, audit)
      return true
    })
  },

  keepSetupCode(codeHash, now) {
    return database.write(async (manager) => {
      await manager.save(SettingEntity, { name: SETUP_CODE, value: codeHash, updatedAt: now })
    })
  },

  openSession({ now, ...session }, replaces, audit) {
    return database.write(async (manager) => {
      if (replaces !== null) await manager.delete(StaffSessionEntity, replaces)
      await manager.insert(StaffSessionEntity, { ...session, createdAt: now, lastSeenAt: now })
      await recordAudit(manager, audit)
    })
  },

  closeSession(tokenHash, audit) {
    return database.write(async (manager) => {
      await manager.delete(StaffSessionEntity, tokenHash)
      await recordAudit(manager, audit)
    })
  },
})

import { IsNull, Not, type EntityManager } from 'typeorm'
import type { PeopleStore, StoredColleague } from '../../features/staff/portsPeople'
import type { Database } from '../database'
import {
  StaffEntity,
  StaffHalfLoginEntity,
  StaffLinkEntity,
  StaffSecondStepEntity,
  StaffSessionEntity,
  type StaffRow,
} from '../entities'
import { recordAudit } from './audit'
import { forgetBinding } from './staffBindings'

const colleagueOf = (
  { id, login, name, role, disabled, createdAt }: StaffRow,
  lastSeenAt: number | null,
  twoStep: boolean,
): StoredColleague => ({ id, login, name, role, disabled, createdAt, lastSeenAt, twoStep })

type Seen = { staff_id: string; seen: number | string }

export function createPeople(database: Database): PeopleStore {
  /** Holds every administrator's row, so that of two who take the role from each other the second one sees it. */
  const isLast = async (manager: EntityManager, id: string): Promise<boolean> => {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT id FROM staff WHERE role = 'administrator' AND disabled = 0 ORDER BY id${database.isMysql ? ' FOR UPDATE' : ''}`,
    )
    return rows.length === 1 && rows[0]?.id === id
  }

  return {
    async list(now) {
      const rows = await database.read.find(StaffEntity, { order: { disabled: 'ASC', createdAt: 'ASC', id: 'ASC' } })
      const seen = await database.read.query<Seen[]>(
        'SELECT staff_id, MAX(last_seen_at) AS seen FROM staff_session WHERE expires_at > ? GROUP BY staff_id',
        [now],
      )
      const at = new Map(seen.map((row) => [row.staff_id, Number(row.seen)]))
      const steps = await database.read.findBy(StaffSecondStepEntity, { confirmedAt: Not(IsNull()) })
      const twoStep = new Set(steps.map(({ staffId }) => staffId))
      return rows.map((row) => colleagueOf(row, at.get(row.id) ?? null, twoStep.has(row.id)))
    },

    async find(id) {
      const row = await database.read.findOneBy(StaffEntity, { id })
      if (row === null) return null
      const twoStep = await database.read.existsBy(StaffSecondStepEntity, { staffId: id, confirmedAt: Not(IsNull()) })
      return colleagueOf(row, null, twoStep)
    },

    async passwordHashOf(id) {
      return (await database.read.findOneBy(StaffEntity, { id, disabled: false }))?.passwordHash ?? null
    },

    setRole(id, role, audit) {
      return database.write(async (manager) => {
        if (role !== 'administrator' && (await isLast(manager, id))) return 'last'
        const found = await manager.findOneBy(StaffEntity, { id })
        if (found === null) return 'missing'
        await manager.update(StaffEntity, id, { role })
        await manager.delete(StaffSessionEntity, { staffId: id })
        await recordAudit(manager, audit)
        return 'done'
      })
    },

    setDisabled(id, disabled, audit) {
      return database.write(async (manager) => {
        if (disabled && (await isLast(manager, id))) return 'last'
        const found = await manager.findOneBy(StaffEntity, { id })
        if (found === null) return 'missing'
        if (found.disabled === disabled) return 'done'
        await manager.update(StaffEntity, id, { disabled })
        if (disabled) {
          await manager.delete(StaffSessionEntity, { staffId: id })
          await manager.delete(StaffLinkEntity, { staffId: id })
          await forgetBinding(manager, id)
        }
        await recordAudit(manager, audit)
        return 'done'
      })
    },

    setPassword(id, passwordHash, keepTokenHash, audit) {
      return database.write(async (manager) => {
        await manager.update(StaffEntity, id, { passwordHash })
        await manager.query('DELETE FROM staff_session WHERE staff_id = ? AND token_hash <> ?', [id, keepTokenHash])
        await manager.delete(StaffLinkEntity, { staffId: id })
        await manager.delete(StaffHalfLoginEntity, { staffId: id })
        await recordAudit(manager, audit)
      })
    },
  }
}

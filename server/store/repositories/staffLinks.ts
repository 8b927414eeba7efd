import { MoreThan, type EntityManager } from 'typeorm'
import type { LinkStore } from '../../features/staff/portsPeople'
import { affectedRows } from '../affectedRows'
import type { Database } from '../database'
import { StaffEntity, StaffHalfLoginEntity, StaffLinkEntity, StaffSessionEntity, type StaffLinkRow } from '../entities'
import { isDuplicate } from '../isDuplicate'
import { recordAudit } from './audit'

/** Removes the link if it still stands; true for the one caller who did. */
const take = async (manager: EntityManager, tokenHash: string, now: number): Promise<boolean> =>
  (await affectedRows(manager, 'DELETE FROM staff_link WHERE token_hash = ? AND expires_at > ?', [tokenHash, now])) ===
  1

const linkOf = ({ tokenHash: _hash, ...link }: StaffLinkRow) => link

export function createStaffLinks(database: Database): LinkStore & { removeEnded(now: number): Promise<void> } {
  return {
    async invitations(now) {
      const where = { kind: 'invite' as const, expiresAt: MoreThan(now) }
      return (await database.read.find(StaffLinkEntity, { where, order: { id: 'ASC' } })).map(linkOf)
    },

    keep(link, audit) {
      return database.write(async (manager) => {
        if (link.staffId !== null) await manager.delete(StaffLinkEntity, { staffId: link.staffId })
        await manager.insert(StaffLinkEntity, link)
        await recordAudit(manager, audit)
      })
    },

    withdraw(id, now, audit) {
      return database.write(async (manager) => {
        const sql = "DELETE FROM staff_link WHERE id = ? AND kind = 'invite' AND expires_at > ?"
        const done = (await affectedRows(manager, sql, [id, now])) === 1
        if (done) await recordAudit(manager, audit)
        return done
      })
    },

    async find(tokenHash, now) {
      const row = await database.read.findOneBy(StaffLinkEntity, { tokenHash, expiresAt: MoreThan(now) })
      if (row === null) return null
      if (row.staffId === null) return { ...linkOf(row), login: null }
      const staff = await database.read.findOneBy(StaffEntity, { id: row.staffId, disabled: false })
      return staff === null ? null : { ...linkOf(row), login: staff.login }
    },

    async join(tokenHash, { id, login, passwordHash }, audit) {
      try {
        return await database.write(async (manager) => {
          const link = await manager.findOneBy(StaffLinkEntity, { tokenHash, kind: 'invite' })
          if (link === null || !(await take(manager, tokenHash, audit.at))) return 'gone'
          const { name, role } = link
          const account = { id, login, name, role, passwordHash, disabled: false, createdAt: audit.at }
          await manager.insert(StaffEntity, account)
          await recordAudit(manager, audit)
          return 'done'
        })
      } catch (error) {
        // the link was rolled back with the account: another login can be tried
        if (isDuplicate(error)) return 'taken'
        throw error
      }
    },

    reset(tokenHash, passwordHash, audit) {
      return database.write(async (manager) => {
        if (!(await take(manager, tokenHash, audit.at))) return 'gone'
        const id = audit.subjectId
        await manager.update(StaffEntity, { id, disabled: false }, { passwordHash })
        await manager.delete(StaffSessionEntity, { staffId: id })
        await manager.delete(StaffHalfLoginEntity, { staffId: id })
        await recordAudit(manager, audit)
        return 'done'
      })
    },

    async removeEnded(now) {
      await database.write((manager) => manager.query('DELETE FROM staff_link WHERE expires_at <= ?', [now]))
    },
  }
}

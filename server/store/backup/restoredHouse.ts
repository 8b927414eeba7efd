import type { Settled } from '../../features/backup/ports'
import type { Database } from '../database'
import { SettingEntity } from '../entities'
import { RESTORED_SETTING } from './settle'

/** What putting a backup back has left for staff to decide; null: this house never was put back. */
export async function readRestored(database: Database): Promise<(Settled & { at: number; createdAt: number }) | null> {
  const row = await database.read.findOneBy(SettingEntity, { name: RESTORED_SETTING })
  return row === null ? null : (JSON.parse(row.value) as Settled & { at: number; createdAt: number })
}

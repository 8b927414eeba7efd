import type { PreferenceStore } from '../../features/staff/portsPreferences'
import type { Database } from '../database'
import { StaffPreferenceEntity } from '../entities'

export const createStaffPreferences = (database: Database): PreferenceStore => ({
  async languageOf(staffId) {
    return (await database.read.findOneBy(StaffPreferenceEntity, { staffId }))?.language ?? null
  },

  chooseLanguage: (staffId, language, now) =>
    database.write(async (manager) => {
      await manager
        .createQueryBuilder()
        .insert()
        .into(StaffPreferenceEntity)
        .values({ staffId, language, updatedAt: now })
        .orUpdate(['language', 'updated_at'], ['staff_id'])
        .updateEntity(false)
        .execute()
    }),
})

import { variantFile } from '../../../shared/domain/pictureVariants'
import type { HouseOverrides, HouseStore } from '../../features/house/ports'
import type { Database } from '../database'
import { MediaEntity, SettingEntity } from '../entities'
import { recordAudit } from './audit'
import { tellChange } from './publicContent'

/** Their rows in `setting`: JSON of what differs from the association's file. */
export const HOUSE_SETTINGS = { organisation: 'organisation', contact: 'contact' } as const

/** What stands in place of the association's file. */
export const createHouseSettings = (database: Database): HouseStore => {
  const partOf = async <K extends keyof HouseOverrides>(part: K): Promise<HouseOverrides[K]> => {
    const row = await database.read.findOneBy(SettingEntity, { name: HOUSE_SETTINGS[part] })
    return JSON.parse(row?.value ?? '{}') as HouseOverrides[K]
  }

  return {
    async read() {
      const [organisation, contact] = await Promise.all([partOf('organisation'), partOf('contact')])
      return { organisation, contact }
    },

    keep: (part, values, audit) =>
      database.write(async (manager) => {
        const value = JSON.stringify(values)
        await manager.save(SettingEntity, { name: HOUSE_SETTINGS[part], value, updatedAt: audit.at })
        await recordAudit(manager, audit)
        await tellChange(manager, ['*'])
      }),

    async picture(mediaId) {
      const row = await database.read.findOneBy(MediaEntity, { id: mediaId })
      if (row === null) return null
      const { file, width, height, alt } = row
      const small = row.hasVariants ? { small: `/uploads/${variantFile(file, 'small')}` } : {}
      return { url: `/uploads/${file}`, width, height, alt, ...small }
    },
  }
}

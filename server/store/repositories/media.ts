import type { MediaStore } from '../../features/media/ports'
import type { Database } from '../database'
import { MediaEntity } from '../entities'
import { recordAudit } from './audit'

export const createMediaRepository = (database: Database): MediaStore => ({
  add({ cut, ...picture }, { staffId, address }) {
    return database.write(async (manager) => {
      const { of: cutOf = null, ...how } = cut ?? {}
      await manager.insert(MediaEntity, { ...picture, cutOf, cut: cut && JSON.stringify(how) })
      const subject = { subjectType: 'media', subjectId: picture.id } as const
      const what = cut === null ? { action: 'media.keep' } : { action: 'media.cut', detail: { of: cut.of } }
      await recordAudit(manager, { at: picture.createdAt, staffId, ...subject, ...what, address })
    })
  },
})

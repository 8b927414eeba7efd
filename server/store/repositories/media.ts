import type { MediaStore } from '../../features/media/ports'
import type { Database } from '../database'
import { MediaEntity } from '../entities'
import { recordAudit } from './audit'

export const createMediaRepository = (database: Database): MediaStore => ({
  add(picture, { staffId, address }) {
    return database.write(async (manager) => {
      await manager.insert(MediaEntity, picture)
      const subject = { subjectType: 'media', subjectId: picture.id } as const
      await recordAudit(manager, { at: picture.createdAt, staffId, action: 'media.keep', ...subject, address })
    })
  },
})

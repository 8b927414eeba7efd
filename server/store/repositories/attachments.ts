import type { AttachmentStore } from '../../features/attachments/ports'
import type { Database } from '../database'
import { AttachmentEntity } from '../entities'
import { recordAudit } from './audit'

export const createAttachments = (database: Database): AttachmentStore => ({
  add(attachment, audit) {
    return database.write(async (manager) => {
      await manager.insert(AttachmentEntity, attachment)
      await recordAudit(manager, audit)
    })
  },

  find: (id) => database.read.findOneBy(AttachmentEntity, { id }),
})

import { EntitySchema } from 'typeorm'
import type { StoredAttachment } from '../../features/attachments/ports'
import { instant, integer, key, lookedAt, text } from './columns'

interface AttachmentRow extends StoredAttachment {
  checkedAt?: number
}

export const AttachmentEntity = new EntitySchema<AttachmentRow>({
  name: 'attachment',
  tableName: 'attachment',
  columns: {
    id: key('id'),
    name: text('name'),
    kind: text('kind'),
    bytes: integer('bytes'),
    createdAt: instant('created_at'),
    createdBy: text('created_by'),
    checkedAt: lookedAt,
  },
})

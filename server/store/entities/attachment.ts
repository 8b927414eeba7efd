import { EntitySchema } from 'typeorm'
import type { StoredAttachment } from '../../features/attachments/ports'
import { instant, integer, key, text } from './columns'

export const AttachmentEntity = new EntitySchema<StoredAttachment>({
  name: 'attachment',
  tableName: 'attachment',
  columns: {
    id: key('id'),
    name: text('name'),
    kind: text('kind'),
    bytes: integer('bytes'),
    createdAt: instant('created_at'),
    createdBy: text('created_by'),
  },
})

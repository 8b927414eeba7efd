import { z } from 'zod'
import { ATTACHMENT_KINDS } from '../domain/attachments'
import type { EndpointTable } from './endpoint'
import { id } from './values'

/** A file that goes with an article. `name` ends as its kind does. */
export const attachment = z.strictObject({
  id,
  name: z.string(),
  kind: z.enum(ATTACHMENT_KINDS),
  bytes: z.int().positive(),
})

export const staffAttachmentEndpoints = {
  'POST /api/admin/attachments': {
    summary: 'Keep a PDF, Word, Excel, PowerPoint or zip file, known by its content, at most 20 MB',
    access: 'staff',
    upload: true,
    response: attachment,
    status: 201,
    errors: ['media_too_large', 'media_missing', 'attachment_type', 'attachment_unsafe'],
  },
} as const satisfies EndpointTable

export type Attachment = z.output<typeof attachment>

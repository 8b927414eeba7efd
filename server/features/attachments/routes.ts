import type { Middleware } from 'koa'
import { attachmentFile, type AttachmentKind } from '../../../shared/domain/attachments'
import { routes } from '../../http/route'
import { keepAttachment, type AttachmentDeps } from './keepAttachment'

const PATH = /^\/files\/([0-9a-hjkmnp-tv-z]{26})$/
const OFFICE = 'application/vnd.openxmlformats-officedocument'
const TYPES: Record<AttachmentKind, string> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
  zip: 'application/zip',
}

export const attachmentRoutes = (deps: AttachmentDeps) =>
  routes({
    'POST /api/admin/attachments': (_request, { upload, staff, address }) =>
      keepAttachment(
        deps,
        { path: upload.path, bytes: upload.bytes, name: upload.originalName },
        { staffId: staff.id, address },
      ),
  })

/** RFC 6266: a name in ASCII for old clients, the real one for the rest. */
const disposition = (name: string, kind: string): string =>
  `attachment; filename="file.${kind}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)}`

/** `GET /files/{id}`: an attachment to be kept, never to be shown as a page of this site. */
export function attachmentDownload({ attachments, files }: Pick<AttachmentDeps, 'attachments' | 'files'>): Middleware {
  return async (ctx, next) => {
    const id = ctx.method === 'GET' || ctx.method === 'HEAD' ? PATH.exec(ctx.path)?.[1] : undefined
    const found = id === undefined ? null : await attachments.find(id)
    if (found === null) return next()
    const content = await files.read(attachmentFile(found.id))
    if (content === null) return next()
    ctx.set({
      'Content-Type': TYPES[found.kind],
      'Content-Disposition': disposition(found.name, found.kind),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Robots-Tag': 'noindex',
    })
    ctx.body = content
  }
}

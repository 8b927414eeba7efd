import { readFile } from 'node:fs/promises'
import type { Attachment } from '../../../shared/contract'
import { attachmentFile } from '../../../shared/domain/attachments'
import type { Clock } from '../../kernel/clock'
import { newId } from '../../kernel/ids'
import { fileKind } from './fileKind'
import type { AttachmentFiles, AttachmentStore, StoredAttachment } from './ports'

const LONGEST = 80

export interface AttachmentDeps {
  attachments: AttachmentStore
  files: AttachmentFiles
  clock: Clock
}

/** The name that members see: no folders, no control characters, ending as the file's kind does. */
export function displayName(original: string, kind: string): string {
  const base = (original.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]{1,5}$/, '')
  // eslint-disable-next-line no-control-regex -- they are what is taken out
  const clean = base.replace(/[\u0000-\u001f\u007f"<>|:*?\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufffd]/g, '').trim()
  return `${[...clean].slice(0, LONGEST).join('') || '附件'}.${kind}`
}

export const presentAttachment = ({ id, name, kind, bytes }: StoredAttachment): Attachment => ({
  id,
  name,
  kind,
  bytes,
})

/** Keeps a file that was received whole; on any failure nothing of it stays. */
export async function keepAttachment(
  { attachments, files, clock }: AttachmentDeps,
  { path, bytes, name }: { path: string; bytes: number; name: string },
  { staffId, address }: { staffId: string; address: string },
): Promise<Attachment> {
  const kind = await fileKind(path, name)
  const id = newId()
  const at = clock.now()
  const kept = { id, name: displayName(name, kind), kind, bytes, createdAt: at, createdBy: staffId }
  await files.keep(attachmentFile(id), await readFile(path))
  try {
    const subject = { subjectType: 'media', subjectId: id } as const
    const detail = { name: kept.name, bytes }
    await attachments.add(kept, { at, staffId, action: 'attachment.keep', ...subject, address, detail })
  } catch (error) {
    await files.remove(attachmentFile(id))
    throw error
  }
  return presentAttachment(kept)
}

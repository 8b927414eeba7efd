/** What staff may attach to an article, by what the file is and not by what it is called. */
export const ATTACHMENT_KINDS = ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'zip'] as const
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number]

/** Kinds that WeChat shows by itself; for others a member needs a browser. */
export const opensInWechat = (kind: AttachmentKind): boolean => kind !== 'zip'

export const isAttachmentKind = (text: string): text is AttachmentKind =>
  (ATTACHMENT_KINDS as readonly string[]).includes(text)

/** The kind that a kept attachment's name ends with; null: the name is none of ours. */
export function kindOf(name: string): AttachmentKind | null {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
  return isAttachmentKind(ending) ? ending : null
}

/** Under which name of our own a file lies. Its ending says nothing, so that no server or phone takes it for a page. */
export const attachmentFile = (id: string): string => `${id}.attachment`

/** `1.2 MB`, `340 KB`: how much a phone has to fetch. */
export function sizeText(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`
}

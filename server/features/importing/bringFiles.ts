import { createHash } from 'node:crypto'
import { idFrom } from '../../kernel/ids'
import { isNeverKept } from './attachmentLinks'
import type { DoubtCode, FoundArticle, Remark } from './found'
import type { AttachmentKeeper, BroughtAttachment, BroughtPicture, PictureKeeper } from './ports'
import { SAVED, type Source } from './sources/source'

export interface FileKeepers {
  pictures: PictureKeeper
  attachments: AttachmentKeeper
}

/** What a page refers to, as it lies with us now: by the addresses that stand in its body. */
export interface Brought {
  pictures: Map<string, BroughtPicture>
  attachments: Map<string, BroughtAttachment>
}

/** What only the files themselves decide. */
export const FILE_DOUBTS: ReadonlySet<DoubtCode> = new Set<DoubtCode>([
  ...(['picture_lost', 'picture_unreadable', 'attachment_lost', 'attachment_refused', 'file_too_large'] as const),
])

type Doubt = Remark<DoubtCode>

const LONGEST = 200

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** An address as staff can look for it: a path within what was given, or a whole address. */
export const shownAddress = (address: string): string =>
  address.startsWith('data:')
    ? 'data:'
    : decoded(address.startsWith(SAVED) ? address.slice(SAVED.length) : address).slice(0, LONGEST)

export function nameOf(address: string): string {
  if (address.startsWith('data:')) return ''
  return decoded(address.split(/[?#]/)[0]?.split('/').pop() ?? '')
}

const pictureDoubt = (code: DoubtCode, address: string): Doubt => ({ code, detail: shownAddress(address) })
const attachmentDoubt = (code: DoubtCode, { href, name }: { href: string; name: string }): Doubt => ({
  code,
  detail: `${name} ${shownAddress(href)}`.slice(0, LONGEST),
})

const isData = (address: string): boolean => /^data:/i.test(address)

function ofData(address: string): Buffer | null {
  const found = /^data:image\/[\w.+-]+;base64,([\w+/=\s]+)$/i.exec(address)
  return found?.[1] === undefined ? null : Buffer.from(found[1], 'base64')
}

/** What is doubtful about the files of a page, as far as it can be told without reading them. */
export async function lookAtFiles(source: Source, { pictures, attachments }: FoundArticle): Promise<Doubt[]> {
  const doubts: Doubt[] = []
  for (const address of pictures) {
    const place = isData(address) ? 'here' : await source.look(address)
    if (place === 'missing') doubts.push(pictureDoubt('picture_lost', address))
    if (place === 'too_large') doubts.push(pictureDoubt('file_too_large', address))
  }
  for (const attachment of attachments) {
    const place = await source.look(attachment.href)
    if (place === 'missing') doubts.push(attachmentDoubt('attachment_lost', attachment))
    else if (place === 'too_large') doubts.push(attachmentDoubt('file_too_large', attachment))
    else if (isNeverKept(attachment.name)) doubts.push(attachmentDoubt('attachment_refused', attachment))
  }
  return doubts
}

/** The same bytes are the same picture, on however many pages it stood, and also for a run that begins again. */
const idOf = (content: Buffer): string => idFrom(createHash('sha256').update(content).digest('hex'))

/** Brings the files of a page over, each read once, into `brought`; what could not be had is told. */
export async function bringFiles(
  { pictures, attachments }: FileKeepers,
  source: Source,
  found: FoundArticle,
  brought: Brought,
): Promise<Doubt[]> {
  const doubts: Doubt[] = []
  for (const address of found.pictures) {
    const place = isData(address) ? 'here' : await source.look(address)
    if (place === 'too_large') {
      doubts.push(pictureDoubt('file_too_large', address))
      continue
    }
    const content = isData(address) ? ofData(address) : place === 'missing' ? null : await source.file(address)
    const alt = found.alternatives.get(address) ?? ''
    const kept = content && (await pictures.keep(idOf(content), content, nameOf(address), alt))
    if (kept !== null) brought.pictures.set(address, kept)
    else doubts.push(pictureDoubt(content === null ? 'picture_lost' : 'picture_unreadable', address))
  }
  for (const attachment of found.attachments) {
    const { href, name } = attachment
    const place = await source.look(href)
    const content = place === 'missing' || place === 'too_large' ? null : await source.file(href)
    const kept = content && (await attachments.keep(idFrom(`${idOf(content)} ${name}`), content, name))
    if (kept !== null) brought.attachments.set(href, kept)
    else if (place === 'too_large') doubts.push(attachmentDoubt('file_too_large', attachment))
    else doubts.push(attachmentDoubt(content === null ? 'attachment_lost' : 'attachment_refused', attachment))
  }
  return doubts
}

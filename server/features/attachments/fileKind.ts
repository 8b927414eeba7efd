import { open } from 'node:fs/promises'
import type { Entry, ZipFile } from 'yauzl'
import type { AttachmentKind } from '../../../shared/domain/attachments'
import { AppError } from '../../kernel/errors'

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])
/** More names than any paper has: what lists them is made to keep us busy. */
const MOST_ENTRIES = 5_000
/** What runs when it is opened, and macros within office files. */
const UNSAFE =
  /\.(?:exe|com|scr|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|msi|lnk|jar|apk|dll|reg|chm|html?|svg)$|vbaProject\.bin$/i

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const head = Buffer.alloc(1024)
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    return head.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Names in a zip's directory; nothing of it is unpacked. */
async function namesIn(path: string): Promise<string[]> {
  const { open: openZip } = await import('yauzl')
  return new Promise((resolve, reject) => {
    const broken = (cause?: unknown) => reject(new AppError('attachment_type', { cause }))
    openZip(path, { lazyEntries: true, autoClose: true }, (error: Error | null, zip?: ZipFile) => {
      if (error !== null || zip === undefined) return broken(error)
      if (zip.entryCount > MOST_ENTRIES) {
        zip.close()
        return broken()
      }
      const names: string[] = []
      zip.on('entry', ({ fileName }: Entry) => {
        names.push(fileName)
        zip.readEntry()
      })
      zip.on('end', () => resolve(names))
      zip.on('error', broken)
      zip.readEntry()
    })
  })
}

async function kindOfZip(path: string): Promise<AttachmentKind> {
  const names = await namesIn(path)
  if (names.some((name) => UNSAFE.test(name))) throw new AppError('attachment_unsafe')
  if (!names.includes('[Content_Types].xml')) return 'zip'
  const within = (folder: string) => names.some((name) => name.startsWith(folder))
  return within('word/') ? 'docx' : within('xl/') ? 'xlsx' : within('ppt/') ? 'pptx' : 'zip'
}

/**
 * What a file is, by its content. The three old office formats share one container: there the name decides.
 * @throws AppError attachment_type, attachment_unsafe
 */
export async function fileKind(path: string, name: string): Promise<AttachmentKind> {
  const head = await headOf(path)
  // Adobe's own readers look for the mark within the first kilobyte
  if (head.toString('latin1').includes('%PDF-')) return 'pdf'
  if (head.subarray(0, 4).equals(ZIP)) return kindOfZip(path)
  const ending = /\.(doc|xls|ppt|wps|et|dps)$/i.exec(name)?.[1]?.toLowerCase()
  if (!head.subarray(0, 8).equals(OLE) || ending === undefined) throw new AppError('attachment_type')
  const old: Record<string, AttachmentKind> = { doc: 'doc', wps: 'doc', xls: 'xls', et: 'xls', ppt: 'ppt', dps: 'ppt' }
  return old[ending] ?? 'doc'
}

import { open } from 'node:fs/promises'
import { AppError } from '../../kernel/errors'

const MAX_PIXELS = 50_000_000
const MAX_WIDTH = 1600
/** A strip one pixel wide and a million high decodes to little and still breaks every screen. */
const MAX_HEIGHT = 8000

const MAGIC: [format: string, matches: (head: Buffer) => boolean][] = [
  ['jpeg', (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ['png', (head) => head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))],
  ['gif', (head) => /^GIF8[79]a/.test(head.toString('latin1'))],
  ['webp', (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP'],
]

/** Photos of iPhones: named for what they are, for nothing else about them looks wrong to who took them. */
const isHeic = (head: Buffer): boolean => /^ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)$/.test(head.toString('latin1', 4, 12))

async function formatOf(path: string): Promise<string | undefined> {
  const file = await open(path)
  try {
    const head = Buffer.alloc(16)
    await file.read(head, 0, head.length, 0)
    if (isHeic(head)) throw new AppError('media_heic')
    return MAGIC.find(([, matches]) => matches(head))?.[0]
  } finally {
    await file.close()
  }
}

export interface Reencoded {
  content: Buffer
  width: number
  height: number
}

/**
 * Decodes a picture and encodes it anew as WebP, at most 1600 pixels wide, turned upright, first frame only. What was
 * in the file besides its pixels (place, camera, anything appended) does not survive. Size is checked from the header
 * before a pixel is decoded.
 */
export async function reencode(path: string): Promise<Reencoded> {
  const format = await formatOf(path)
  if (format === undefined) throw new AppError('media_type')
  const { default: sharp } = await import('sharp')
  const picture = sharp(path, { limitInputPixels: false, failOn: 'error' })
  const header = await picture.metadata().catch((error: unknown) => {
    throw new AppError('media_broken', { cause: error })
  })
  if (header.format !== format) throw new AppError('media_type')
  if (header.width * header.height > MAX_PIXELS) throw new AppError('media_too_many_pixels')
  try {
    const { data, info } = await picture
      .autoOrient()
      .resize({ width: MAX_WIDTH, height: MAX_HEIGHT, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82, effort: 4 })
      .timeout({ seconds: 20 })
      .toBuffer({ resolveWithObject: true })
    return { content: data, width: info.width, height: info.height }
  } catch (error) {
    throw new AppError('media_broken', { cause: error })
  }
}

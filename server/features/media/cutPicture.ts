import { cropPixels, tidyCut, type PictureCut } from '../../../shared/domain/pictureCut'
import { AppError } from '../../kernel/errors'
import { keepMade, type MediaDeps } from './keepPicture'
import type { KeptPicture, Library } from './ports'
import type { Reencoded } from './reencode'

/** A little above what the original was encoded with: it is encoded a second time. */
const QUALITY = 86

export interface CutDeps extends MediaDeps {
  library: Pick<Library, 'find'>
}

async function cutOut(content: Buffer, original: KeptPicture, { crop }: PictureCut): Promise<Reencoded> {
  const { x, y, width, height } = cropPixels(original, crop)
  // Nothing is cut off: the same pixels, not encoded again.
  if (width === original.width && height === original.height) return { content, width, height }
  const { default: sharp } = await import('sharp')
  try {
    const made = await sharp(content)
      .extract({ left: x, top: y, width, height })
      .webp({ quality: QUALITY, effort: 4 })
      .timeout({ seconds: 20 })
      .toBuffer()
    return { content: made, width, height }
  } catch (error) {
    throw new AppError('media_broken', { cause: error })
  }
}

/**
 * Makes a cover out of a picture: a picture of its own with a name of its own, which goes wherever an article's cover goes.
 * The original stays as it is.
 */
export async function cutPicture(
  deps: CutDeps,
  { id, ...wanted }: PictureCut & { id: string },
  { staff, address }: { staff: { id: string }; address: string },
): Promise<KeptPicture> {
  const original = await deps.library.find(id)
  if (original === null) throw new AppError('media_not_found')
  if (original.cut !== null) throw new AppError('media_is_cut')
  const cut = tidyCut(wanted)
  return deps.workshop.run(async () => {
    const content = await deps.uploads.read(original.file)
    if (content === null) throw new AppError('media_not_found')
    const { name, alt } = original
    const about = { name, alt, cut: { of: id, ...cut }, staffId: staff.id, address }
    return keepMade(deps, await cutOut(content, original, cut), about)
  })
}

import {
  COVER_SHAPES,
  cropPixels,
  windowAround,
  type Box,
  type Point,
  type Size,
} from '../../../shared/domain/pictureCut'
import {
  CARD_VARIANT,
  PICTURE_VARIANTS,
  variantFile,
  type PictureVariant,
} from '../../../shared/domain/pictureVariants'
import type { Uploads } from './ports'

const NAMES = [...Object.keys(PICTURE_VARIANTS), 'card'] as PictureVariant[]

/** Every name that a variant of a picture may have; the card is there for cuts alone. */
export const variantFiles = (file: string): string[] => NAMES.map((variant) => variantFile(file, variant))

export interface Variant {
  name: PictureVariant
  /** The part that it shows, in whole pixels; absent: all of it. */
  part?: Box
  within: Size
}

const square = (side: number): Size => ({ width: side, height: side })

const partFor = (picture: Size, ratio: number, focus: Point): Box => {
  const { x, y, width, height } = windowAround(picture, ratio, focus)
  const scaled = {
    x: x / picture.width,
    y: y / picture.height,
    width: width / picture.width,
    height: height / picture.height,
  }
  return cropPixels(picture, scaled)
}

/** Which smaller variants a picture has: all of it, or, with a focus, cut around that to the shapes in which covers are shown. */
export function variantsOf(picture: Size, focus: Point | null): Variant[] {
  const thumbnail: Variant = { name: 'thumbnail', within: square(PICTURE_VARIANTS.thumbnail) }
  const small: Variant = { name: 'small', within: square(PICTURE_VARIANTS.small) }
  if (focus === null) return [small, thumbnail]
  return [
    { ...small, part: partFor(picture, COVER_SHAPES.list, focus) },
    thumbnail,
    { name: 'card', part: partFor(picture, COVER_SHAPES.card, focus), within: CARD_VARIANT },
  ]
}

/** Makes the smaller variants of a picture that is kept here, and keeps them; on failure none stays. */
export async function keepVariants(
  uploads: Uploads,
  file: string,
  { content, width, height, focus = null }: { content: Buffer; focus?: Point | null } & Size,
): Promise<void> {
  const { default: sharp } = await import('sharp')
  try {
    for (const { name, part, within } of variantsOf({ width, height }, focus)) {
      const whole = sharp(content)
      const shown =
        part === undefined
          ? whole
          : whole.extract({ left: part.x, top: part.y, width: part.width, height: part.height })
      const made = await shown
        .resize({ ...within, fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 78, effort: 4 })
        .timeout({ seconds: 20 })
        .toBuffer()
      await uploads.keep(variantFile(file, name), made)
    }
  } catch (error) {
    await removeVariants(uploads, file).catch(() => undefined)
    throw error
  }
}

export async function removeVariants(uploads: Uploads, file: string): Promise<void> {
  if (!file.endsWith('.webp')) return
  await Promise.all(variantFiles(file).map((name) => uploads.remove(name)))
}

import { PICTURE_VARIANTS, variantFile, type PictureVariant } from '../../../shared/domain/pictureVariants'
import type { Uploads } from './ports'

const NAMES = Object.keys(PICTURE_VARIANTS) as PictureVariant[]

export const variantFiles = (file: string): string[] => NAMES.map((variant) => variantFile(file, variant))

/** Makes the smaller variants of a picture that is kept here, and keeps them; on failure none stays. */
export async function keepVariants(uploads: Uploads, file: string, content: Buffer): Promise<void> {
  const { default: sharp } = await import('sharp')
  try {
    for (const variant of NAMES) {
      const side = PICTURE_VARIANTS[variant]
      const made = await sharp(content)
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 78, effort: 4 })
        .timeout({ seconds: 20 })
        .toBuffer()
      await uploads.keep(variantFile(file, variant), made)
    }
  } catch (error) {
    await removeVariants(uploads, file).catch(() => undefined)
    throw error
  }
}

export async function removeVariants(uploads: Uploads, file: string): Promise<void> {
  await Promise.all(variantFiles(file).map((name) => uploads.remove(name)))
}

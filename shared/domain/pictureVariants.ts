/** The longest side of each smaller variant, in pixels: for lists on a phone of three pixels a point, and for grids. */
export const PICTURE_VARIANTS = { small: 720, thumbnail: 320 } as const

/** Of a cover that was cut: for the cards that other sites make of a link. */
export const CARD_VARIANT = { width: 1200, height: 630 } as const

export type PictureVariant = keyof typeof PICTURE_VARIANTS | 'card'

/** The name of a variant's file, such as `01k….small.webp`, beside the picture's own `01k….webp`. */
export const variantFile = (file: string, variant: PictureVariant): string =>
  file.replace(/\.webp$/, `.${variant}.webp`)

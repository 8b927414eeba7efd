import sharp from 'sharp'

/** A PNG in one colour. */
export const drawPicture = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#0b6e6b' } })
    .png()
    .toBuffer()

import sharp from 'sharp'

/** A picture as the server keeps them, of one colour. */
export async function pictureOf(background: string): Promise<{ content: Buffer; width: number; height: number }> {
  const size = { width: 64, height: 48 }
  const content = await sharp({ create: { ...size, channels: 3, background } })
    .webp()
    .toBuffer()
  return { content, ...size }
}

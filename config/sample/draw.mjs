/**
 * Draws the sample pictures: every `pictures/*.svg` becomes a WebP of 1200 × 675 beside it.
 * Run by hand after an SVG was changed (`node config/sample/draw.mjs`); the outputs are committed, so that a start
 * needs no drawing.
 */
import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

const LIMIT_BYTES = 60 * 1024
const folder = join(dirname(fileURLToPath(import.meta.url)), 'pictures')

async function encode(file) {
  for (const quality of [84, 76, 68, 60]) {
    const picture = await sharp(file, { density: 144 })
      .resize(1200, 675)
      .flatten({ background: '#ffffff' })
      .webp({ quality, effort: 6, smartSubsample: true })
      .toBuffer()
    if (picture.byteLength <= LIMIT_BYTES) return { picture, quality }
  }
  throw new Error(`${file}: more than ${LIMIT_BYTES} bytes at the lowest quality`)
}

for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.svg'))) {
  const { picture, quality } = await encode(join(folder, name))
  writeFileSync(join(folder, name.replace(/\.svg$/, '.webp')), picture)
  process.stdout.write(`${name} → ${Math.round(picture.byteLength / 1024)} KB (quality ${quality})\n`)
}

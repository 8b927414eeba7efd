/**
 * Draws the icon family: every SVG in `client/ui/icons` becomes a CSS mask (it takes the colour of the text around it,
 * in light and in dark), and five of them the PNG files that WeChat demands for the tab bar.
 * Run `node config/taro/icons.mjs` after changing a drawing and commit what it writes.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const drawings = path.join(root, 'client/ui/icons')
const tabs = path.join(root, 'client/ui/tabs')

/** WeChat asks for 81 × 81 pixels; the drawing keeps a margin so that it does not touch the label below it. */
const TAB_PIXELS = 81
const TAB_MARGIN = 6
const TAB_COLOURS = { rest: '#6a7d7b', light: '#0b6e6b', dark: '#6fd0c8' }
const TAB_ICONS = ['home', 'news', 'bell', 'contact', 'person']

const names = readdirSync(drawings)
  .filter((file) => file.endsWith('.svg'))
  .map((file) => file.slice(0, -4))
  .sort()
const drawing = (name) => readFileSync(path.join(drawings, `${name}.svg`), 'utf8').trim()
const dataUri = (svg) =>
  `data:image/svg+xml,${svg.replace(/"/g, "'").replace(/%/g, '%25').replace(/#/g, '%23').replace(/</g, '%3C').replace(/>/g, '%3E')}`

const rules = names.map((name) => `.icon--${name} {\n  --icon: url("${dataUri(drawing(name))}");\n}\n`)
const head = '// Written by config/taro/icons.mjs from the drawings beside it. Do not edit.\n'
writeFileSync(path.join(drawings, 'icons.scss'), `${head}/* prettier-ignore */\n${rules.join('\n')}`)
writeFileSync(
  path.join(drawings, 'names.ts'),
  `/** Written by config/taro/icons.mjs from the drawings beside it. */\nexport type IconName =\n${names.map((name) => `  | '${name}'`).join('\n')}\n`,
)

mkdirSync(tabs, { recursive: true })
for (const name of TAB_ICONS) {
  for (const [look, colour] of Object.entries(TAB_COLOURS)) {
    const size = TAB_PIXELS - 2 * TAB_MARGIN
    const svg = drawing(name).replace('#000', colour).replace('<svg ', `<svg width="${size}" height="${size}" `)
    await sharp(Buffer.from(svg))
      .extend({ top: TAB_MARGIN, bottom: TAB_MARGIN, left: TAB_MARGIN, right: TAB_MARGIN, background: '#0000' })
      .png({ compressionLevel: 9, palette: true, colours: 12, effort: 10 })
      .toFile(path.join(tabs, `${name}-${look}.png`))
  }
}

/** The web build's own mark: for the home screen of a phone, and for who shares the site. */
const web = path.join(root, 'client/web')
const MARK =
  '<path d="M5 19c4-4 7-4 11 0s7 4 11 0" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/><circle cx="16" cy="10" r="3.5" fill="#fff"/>'
const draw = (width, height, within) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${within}"><rect x="-99" y="-99" width="300" height="300" fill="#0b6e6b"/>${MARK}</svg>`,
  )
mkdirSync(web, { recursive: true })
const shrink = { compressionLevel: 9, palette: true, colours: 16, effort: 10 }
for (const pixels of [192, 512])
  await sharp(draw(pixels, pixels, '-4 -4 40 40'))
    .png(shrink)
    .toFile(path.join(web, `mark-${pixels}.png`))
await sharp(draw(1200, 630, '-44 -15 120 63'))
  .png(shrink)
  .toFile(path.join(web, 'share.png'))

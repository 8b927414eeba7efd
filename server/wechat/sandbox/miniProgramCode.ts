import { createHash } from 'node:crypto'
import { ApiRefusal } from './types'

const SCENE = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/
const RAYS = 60
const RINGS = 9
const CENTRE = 215
const INNER = 84
const STEP = 13
const INK = '#0b5f66'

export interface CodeOrder {
  scene: string
  page: string
  width: number
}

/**
 * What the API checks before it draws. Source: WeChat server API `getUnlimitedQRCode`.
 * @throws ApiRefusal 40169, 40159, 41030, 40097
 */
export function checkCode(body: Record<string, unknown>, pages: readonly string[]): CodeOrder {
  const { scene, page = '', check_path: checkPath = true, width = 430 } = body
  if (typeof scene !== 'string' || !SCENE.test(scene)) throw new ApiRefusal(40169, 'invalid length for scene')
  if (typeof page !== 'string' || page.startsWith('/') || page.includes('?')) {
    throw new ApiRefusal(40159, 'invalid length for path, or the data is not json string')
  }
  if (checkPath === true && page !== '' && !pages.includes(page)) throw new ApiRefusal(41030, 'invalid page')
  if (typeof width !== 'number' || width < 280 || width > 1280) throw new ApiRefusal(40097, 'invalid args')
  return { scene, page, width }
}

/** Bits without end, always the same for the same scene. */
function* bitsOf(scene: string): Generator<boolean> {
  for (let round = 0; ; round += 1) {
    for (const byte of createHash('sha256').update(`${round}:${scene}`).digest()) {
      for (let bit = 0; bit < 8; bit += 1) yield ((byte >> bit) & 1) === 1
    }
  }
}

function ray(index: number, bits: Generator<boolean>): string {
  const angle = (index / RAYS) * 2 * Math.PI
  const at = (radius: number) =>
    `${(CENTRE + radius * Math.cos(angle)).toFixed(1)} ${(CENTRE + radius * Math.sin(angle)).toFixed(1)}`
  const dashes: string[] = []
  for (let ring = 0; ring < RINGS; ring += 1) {
    const from = INNER + ring * STEP
    if (bits.next().value) dashes.push(`M${at(from)}L${at(from + STEP * 0.7)}`)
  }
  return dashes.join('')
}

/**
 * A picture that looks like a mini-program code, as JPEG, which is what WeChat draws by default. No camera reads it: the
 * phone of the stand-in knows what was drawn (`drawnCodes`).
 */
export async function drawCode({ scene, width }: Pick<CodeOrder, 'scene' | 'width'>): Promise<Buffer> {
  const bits = bitsOf(scene)
  const rays = Array.from({ length: RAYS }, (_, index) => ray(index, bits)).join('')
  const eye = (x: number, y: number) =>
    `<circle cx="${x}" cy="${y}" r="34" fill="#fff"/><circle cx="${x}" cy="${y}" r="26" fill="none" stroke="${INK}"
      stroke-width="9"/><circle cx="${x}" cy="${y}" r="11" fill="${INK}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 430 430" width="${width}" height="${width}">
    <rect width="430" height="430" fill="#fff"/>
    <path d="${rays}" stroke="${INK}" stroke-width="7" stroke-linecap="round"/>
    ${eye(86, 86)}${eye(344, 86)}${eye(86, 344)}
    <circle cx="215" cy="215" r="68" fill="${INK}"/>
    <path d="M165 222c17-17 33 17 50 0s33 17 50 0M165 246c17-17 33 17 50 0s33 17 50 0" fill="none" stroke="#fff"
      stroke-width="9" stroke-linecap="round"/>
    <circle cx="215" cy="188" r="15" fill="#fff"/>
  </svg>`
  const { default: sharp } = await import('sharp')
  return sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer()
}

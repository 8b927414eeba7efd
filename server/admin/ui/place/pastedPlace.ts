/** A point as its two fields hold it, in degrees of GCJ-02, the grid of the Chinese maps but Baidu's. */
export interface Place {
  latitude: string
  longitude: string
}

/** What was done to a pasted point, or why it holds none. */
export type PasteRemark = 'swapped' | 'baidu' | 'wgs' | 'no_point'

export interface Pasted {
  place: Place | null
  remark: PasteRemark | null
}

const PAIR = /(-?\d{1,3}\.\d+)(?:\s*[,，]\s*|\s+)(-?\d{1,3}\.\d+)/
const ADDRESS = /https?:\/\/|map\.|amap\.com|surl\.|j\.map\.baidu/i

/** Written with the longitude first: Amap's links and picker. */
const LONGITUDE_FIRST = /amap\.com|gaode/i

const BOUNDS = { south: 3.8, north: 53.6, west: 73.4, east: 135.1 }

/** Whether a point may be in China, its islands included. */
export const isInChina = (latitude: number, longitude: number): boolean =>
  latitude >= BOUNDS.south && latitude <= BOUNDS.north && longitude >= BOUNDS.west && longitude <= BOUNDS.east

/** Two numbers that are a point of China only the other way round. */
export const isSwapped = (latitude: number, longitude: number): boolean =>
  !isInChina(latitude, longitude) && isInChina(longitude, latitude)

/**
 * Baidu's grid BD-09 is GCJ-02 with an offset of its own of some hundred metres. The way back that is commonly used is right
 * to about a metre.
 */
function fromBaidu(latitude: number, longitude: number): [number, number] {
  const turn = (Math.PI * 3000) / 180
  const [x, y] = [longitude - 0.0065, latitude - 0.006]
  const length = Math.hypot(x, y) - 0.00002 * Math.sin(y * turn)
  const angle = Math.atan2(y, x) - 0.000003 * Math.cos(x * turn)
  return [length * Math.sin(angle), length * Math.cos(angle)]
}

const decoded = (text: string): string => text.replace(/%2c/gi, ',').replace(/%3a/gi, ':')

const isFit = (latitude: number, longitude: number): boolean => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180

/**
 * A point in what somebody pasted: `22.27,113.57` as the coordinate pickers copy it, or a link of Tencent's map, Amap or
 * Baidu's. Null when it is something else, such as a number that is being typed.
 */
export function pastedPlace(pasted: string): Pasted | null {
  const text = decoded(pasted)
  const [, first, second] = PAIR.exec(text) ?? []
  if (first === undefined || second === undefined) {
    return ADDRESS.test(text) ? { place: null, remark: 'no_point' } : null
  }
  const [one, two] = [Number(first), Number(second)]
  // a map's own link says its order; of a bare pair only the one that is in China is meant
  const isTurned = LONGITUDE_FIRST.test(text) || isSwapped(one, two)
  const [latitude, longitude] = isTurned ? [two, one] : [one, two]
  if (!isFit(latitude, longitude)) return ADDRESS.test(text) ? { place: null, remark: 'no_point' } : null
  if (/baidu/i.test(text) && !/coord_type=(?:gcj|wgs)/i.test(text)) {
    const [north, east] = fromBaidu(latitude, longitude)
    return { place: { latitude: north.toFixed(6), longitude: east.toFixed(6) }, remark: 'baidu' }
  }
  const place = isTurned ? { latitude: second, longitude: first } : { latitude: first, longitude: second }
  const isGps = /coord_?type=(?:wgs|gps|1\b)|coordinate=wgs/i.test(text)
  const remark = isGps ? 'wgs' : isTurned && !ADDRESS.test(text) ? 'swapped' : null
  return { place, remark }
}

/** The point as Tencent's map shows it; the link asks for no key. */
export const mapLink = (latitude: number, longitude: number, title: string): string =>
  `https://apis.map.qq.com/uri/v1/marker?marker=${encodeURIComponent(
    `coord:${latitude},${longitude};title:${title.replace(/[;:]/g, ' ')};addr:`,
  )}&referer=association`

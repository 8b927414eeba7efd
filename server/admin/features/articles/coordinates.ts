export interface Coordinates {
  latitude: string
  longitude: string
}

const PAIR = /(-?\d{1,3}\.\d+)(?:\s*[,\uff0c]\s*|\s+)(-?\d{1,3}\.\d+)/

/** Written with the longitude first: Amap's links and picker. */
const LONGITUDE_FIRST = /amap\.com|gaode|position=/i

/**
 * A point in what somebody pasted: `22.27,113.57` as Tencent's coordinate picker copies it, or a link of Tencent's map or
 * Amap. Null when there is none. Within China a longitude is never below 73 and a latitude never above 54, so that a
 * pair the other way round is put right.
 */
export function coordinatesIn(text: string): Coordinates | null {
  const decoded = text.replace(/%2c/gi, ',').replace(/%3a/gi, ':')
  const [, first, second] = PAIR.exec(decoded) ?? []
  if (first === undefined || second === undefined) return null
  const turned = LONGITUDE_FIRST.test(decoded) || (Number(first) > 72 && Math.abs(Number(second)) < 55)
  const [latitude, longitude] = turned ? [second, first] : [first, second]
  const fits = Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180
  return fits ? { latitude, longitude } : null
}

import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

export interface CallbackSecrets {
  appid: string
  /** The token that was typed into WeChat's console. */
  token: string
  /** EncodingAESKey: 43 characters of base64. */
  encodingAesKey: string
}

const BLOCK = 32
const RANDOM_BYTES = 16
const LENGTH_BYTES = 4

/** Source: "消息推送 / 开发者服务器接收": sha1 of the parts, sorted and joined. Hex. */
export const signatureOf = (...parts: string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')

/** Compares in constant time, whatever the length of what a caller sent. */
export function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

export const keyOf = (encodingAesKey: string): Buffer => Buffer.from(`${encodingAesKey}=`, 'base64')

/**
 * Opens an encrypted message: AES-256-CBC, IV = first 16 bytes of the key, PKCS#7 to 32; inside 16 random bytes, the
 * length as 4 bytes big-endian, the message, the app id. Returns null when anything is not as it should be.
 */
export function decrypt(encrypted: string, { appid, encodingAesKey }: CallbackSecrets): string | null {
  const key = keyOf(encodingAesKey)
  if (key.length !== 32) return null
  const bytes = Buffer.from(encrypted, 'base64')
  if (bytes.length === 0 || bytes.length % BLOCK !== 0) return null
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()])
  const padding = padded[padded.length - 1] ?? 0
  if (padding < 1 || padding > BLOCK) return null
  if (!padded.subarray(padded.length - padding).every((byte) => byte === padding)) return null
  const plain = padded.subarray(0, padded.length - padding)
  if (plain.length < RANDOM_BYTES + LENGTH_BYTES) return null
  const start = RANDOM_BYTES + LENGTH_BYTES
  const end = start + plain.readUInt32BE(RANDOM_BYTES)
  if (end > plain.length) return null
  if (!isSame(plain.subarray(end).toString('utf8'), appid)) return null
  return plain.subarray(start, end).toString('utf8')
}

import { createCipheriv, createHash, randomBytes } from 'node:crypto'

const BLOCK = 32

/** SHA-1 of the sorted parts: WeChat's signature, `msg_signature` when the ciphertext is one of them. */
export const sign = (...parts: string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')

/**
 * Encrypts as WeChat's safe mode does: 16 random bytes, 4 bytes of length, the text, the appid; PKCS#7 to 32;
 * AES-256-CBC with the first 16 bytes of the key as IV. Source: "消息推送加解密".
 */
export function seal(text: string, appid: string, encodingAesKey: string): string {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64')
  const body = Buffer.from(text, 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const plain = Buffer.concat([randomBytes(16), length, body, Buffer.from(appid, 'utf8')])
  const padding = BLOCK - (plain.length % BLOCK)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)])),
    cipher.final(),
  ]).toString('base64')
}

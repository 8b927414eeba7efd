import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import { AppError } from '../../kernel/errors'

/**
 * The bytes of a file in frames: 4 bytes for the length, of which the highest bit says that it is the last, and so many
 * bytes. With a key each frame is sealed by AES-256-GCM; its number and whether it is the last stand in the nonce, so that
 * frames can be neither left out nor put elsewhere, and the file's header is sealed along. The key serves one file alone.
 */
const FRAME = 256 * 1024
const TAG = 16
const LAST = 0x80000000

const nonceOf = (number: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt8(isLast ? 1 : 0, 0)
  nonce.writeBigUInt64BE(BigInt(number), 4)
  return nonce
}
const markOf = (header: Buffer): Buffer => createHash('sha256').update(header).digest()

function seal(key: Buffer, header: Buffer, number: number, isLast: boolean, content: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast)).setAAD(header)
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

function open(key: Buffer, header: Buffer, number: number, isLast: boolean, sealed: Buffer): Buffer {
  if (sealed.length < TAG) throw new AppError('backup_damaged')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast))
      .setAAD(header)
      .setAuthTag(sealed.subarray(-TAG))
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()])
  } catch (cause) {
    throw new AppError('backup_damaged', { cause })
  }
}

function frameOf(key: Buffer | null, header: Buffer, number: number, isLast: boolean, content: Buffer): Buffer {
  const body = key === null ? content : seal(key, header, number, isLast, content)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(isLast ? (body.length | LAST) >>> 0 : body.length)
  return Buffer.concat([length, body])
}

/** The file: its header as it is, then everything else in frames. */
export async function* toFrames(header: Buffer, key: Buffer | null, bytes: AsyncIterable<Buffer>) {
  const mark = markOf(header)
  yield header
  let kept: Buffer[] = []
  let length = 0
  let number = 0
  for await (const chunk of bytes) {
    kept.push(chunk)
    length += chunk.length
    while (length >= FRAME) {
      const all = Buffer.concat(kept)
      yield frameOf(key, mark, number, false, all.subarray(0, FRAME))
      number += 1
      kept = [all.subarray(FRAME)]
      length -= FRAME
    }
  }
  yield frameOf(key, mark, number, true, Buffer.concat(kept))
}

/**
 * What was in frames. `rest` begins behind the header.
 * @throws AppError backup_damaged
 */
export async function* fromFrames(header: Buffer, key: Buffer | null, rest: AsyncIterable<Buffer>) {
  const mark = markOf(header)
  let held: Buffer = Buffer.alloc(0)
  let number = 0
  let isOver = false
  for await (const chunk of rest) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    while (held.length >= 4) {
      if (isOver) throw new AppError('backup_damaged')
      const word = held.readUInt32BE(0)
      const isLast = word >= LAST
      const length = isLast ? word - LAST : word
      if (length > FRAME + TAG) throw new AppError('backup_damaged')
      if (held.length < 4 + length) break
      const body = held.subarray(4, 4 + length)
      held = held.subarray(4 + length)
      yield key === null ? body : open(key, mark, number, isLast, body)
      number += 1
      isOver = isLast
    }
  }
  if (!isOver || held.length > 0) throw new AppError('backup_damaged')
}

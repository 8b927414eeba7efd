import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { Document } from '../kernel/document'

const SMALLEST_PACKED = 1024
/** A tenth of the time of the best quality for a few per cent more bytes. */
const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
}

export type Encoding = 'br' | 'gzip' | 'identity'

const pack: Record<Exclude<Encoding, 'identity'>, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => promisify(brotliCompress)(body, BROTLI),
  gzip: promisify(gzip),
}

/** The best of ours that an `Accept-Encoding` takes; `;q=0` is a no. */
export function encodingFor(accepts: string | undefined): Encoding {
  if (accepts === undefined) return 'identity'
  const takes = (name: string) =>
    new RegExp(`(?:^|[\\s,])${name}(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))(?:\\s*[;,]|\\s*$)`, 'i').test(accepts)
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity'
}

/**
 * An answer's bytes, serialised once, with what a client may compare them by. Each encoding is prepared at most once.
 * The tag is weak: it stands for the same words in any encoding (RFC 9110, 8.8.1).
 */
export class Answer {
  readonly body: Buffer
  readonly etag: string
  /** Null for JSON. */
  readonly document: Document | null
  /** Header lines as they go out, written by who sends it first. */
  readonly lines: { unchanged?: string[] } & Partial<Record<Encoding, string[]>> = {}
  private readonly packed = new Map<Encoding, Buffer>()
  private readonly packing = new Map<Encoding, Promise<Buffer>>()

  constructor(value: unknown) {
    this.document = value instanceof Document ? value : null
    this.body = Buffer.from(this.document === null ? JSON.stringify(value) : this.document.text)
    this.etag = `W/"${hash('sha1', this.body, 'base64url')}"`
  }

  /** Which encoding it goes out in: what is small goes as it is. */
  encodingOf(accepts: string | undefined): Encoding {
    return this.body.length < SMALLEST_PACKED ? 'identity' : encodingFor(accepts)
  }

  /** The bytes if they are there already. */
  ready(encoding: Encoding): Buffer | undefined {
    return encoding === 'identity' ? this.body : this.packed.get(encoding)
  }

  async bytes(encoding: Encoding): Promise<Buffer> {
    const ready = this.ready(encoding)
    if (ready !== undefined || encoding === 'identity') return ready ?? this.body
    const running = this.packing.get(encoding) ?? pack[encoding](this.body)
    this.packing.set(encoding, running)
    const packed = await running
    this.packed.set(encoding, packed)
    this.packing.delete(encoding)
    return packed
  }

  /**
   * Whether a client that sent this `If-None-Match` has these very words (weak comparison, RFC 9110, 13.1.2). The time is
   * asked only where no tag was sent.
   */
  isKnownBy(ifNoneMatch: string | undefined, ifModifiedSince?: string): boolean {
    if (ifNoneMatch === undefined) return ifModifiedSince !== undefined && this.isOlderThan(Date.parse(ifModifiedSince))
    if (ifNoneMatch === this.etag) return true
    const own = this.etag.slice(2)
    return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === own)
  }

  private isOlderThan(known: number): boolean {
    const changedAt = this.document?.changedAt ?? null
    return changedAt !== null && Math.floor(changedAt / 1000) * 1000 <= known
  }
}

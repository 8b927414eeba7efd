import { createReadStream } from 'node:fs'
import type { Context } from 'koa'

/** The bytes that a `Range` asks for: one range of a body of `size` bytes; null: none that can be told. */
function rangeOf(header: string, size: number): { start: number; end: number } | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header.replace(/\s/g, '')) ?? []
  if (first === '' && last === '') return null
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < start) return null
  return start >= size || (first === '' && Number(last) === 0) ? 'unsatisfiable' : { start, end }
}

/**
 * Makes a file that is about to be sent whole the part that was asked for (RFC 9110, 14). Several ranges at once, and what
 * cannot be read, get the whole file, as the RFC allows.
 */
export function sendRange(ctx: Context, path: string, size: number): void {
  ctx.set('Accept-Ranges', 'bytes')
  const asked = ctx.get('Range')
  const condition = ctx.get('If-Range')
  if (asked === '' || ctx.status !== 200 || (condition !== '' && condition !== ctx.response.get('Last-Modified')))
    return
  const range = rangeOf(asked, size)
  if (range === null) return
  const whole = ctx.body as { destroy?: () => void } | null
  whole?.destroy?.()
  if (range === 'unsatisfiable') {
    ctx.status = 416
    ctx.set('Content-Range', `bytes */${size}`)
    ctx.body = null
    ctx.status = 416
    return
  }
  const type = ctx.type
  ctx.status = 206
  ctx.set('Content-Range', `bytes ${range.start}-${range.end}/${size}`)
  ctx.body = createReadStream(path, range)
  ctx.type = type
  ctx.length = range.end - range.start + 1
}

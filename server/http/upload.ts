import multer from '@koa/multer'
import type { Context } from 'koa'
import { rm } from 'node:fs/promises'
import { AppError } from '../kernel/errors'
import type { Upload } from './route'

const MAX_BYTES = 20 * 1024 * 1024

/** Multer's own codes, in ours. */
const CODES: Record<string, 'media_too_large' | 'request_invalid'> = {
  LIMIT_FILE_SIZE: 'media_too_large',
  LIMIT_UNEXPECTED_FILE: 'request_invalid',
  LIMIT_FILE_COUNT: 'request_invalid',
  LIMIT_FIELD_COUNT: 'request_invalid',
  LIMIT_PART_COUNT: 'request_invalid',
}

function toAppError(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return error
  if ('code' in error) {
    const code = CODES[String(error.code)]
    return code === undefined ? error : new AppError(code, { cause: error })
  }
  // busboy and multer throw plain errors for a body that ends early or has no boundary
  return new AppError('request_malformed', { cause: error })
}

/** Takes the one part `file` of a multipart request into `folder` (made when missing) and hands it to `use`; removed afterwards, come what may. */
export function uploadTo(folder: string) {
  const options: multer.Options & { defParamCharset: string } = {
    dest: folder,
    limits: { fileSize: MAX_BYTES, files: 1, fields: 0, parts: 1 },
    // browsers write file names in UTF-8 and say nothing of it
    defParamCharset: 'utf8',
  }
  const receive = multer(options).single('file')

  return async <T>(ctx: Context, use: (upload: Upload) => Promise<T>): Promise<T> => {
    if (!ctx.is('multipart/form-data')) throw new AppError('media_missing')
    // Told beforehand: refuse without receiving it. A multipart frame adds a few hundred bytes.
    if (Number(ctx.get('Content-Length')) > MAX_BYTES + 4096) throw new AppError('media_too_large')
    try {
      await receive(ctx as never, () => Promise.resolve())
    } catch (error) {
      throw toAppError(error)
    }
    const file = ctx.file as { path: string; size: number; originalname: string } | undefined
    if (file === undefined) throw new AppError('media_missing')
    try {
      return await use({ path: file.path, bytes: file.size, originalName: file.originalname })
    } finally {
      await rm(file.path, { force: true })
    }
  }
}

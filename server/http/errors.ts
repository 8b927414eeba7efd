import type { Context, Middleware } from 'koa'
import type { ErrorBody } from '../../shared/contract'
import { errorMessage, ERRORS, fieldMessage, type ErrorCode, type Language } from '../../shared/phrases'
import type { Document } from '../kernel/document'
import { AppError, type FieldProblem } from '../kernel/errors'
import { newRequestId } from '../kernel/ids'
import type { Logger } from '../kernel/logger'

const FULL_DISK = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'ER_RECORD_FILE_FULL', 'ER_DISK_FULL']
const LOST_DATABASE = ['ECONNREFUSED', 'PROTOCOL_CONNECTION_LOST', 'ER_CON_COUNT_ERROR', 'POOL_CLOSED', 'SQLITE_BUSY']

/** The code of the error itself or of what it wraps. */
function systemCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'cause' in error ? systemCode(error.cause) : ''
}

/** What went wrong below, in the product's own codes. Errors of libraries are told apart by code, never by words. */
function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const code = systemCode(error)
  if (FULL_DISK.includes(code)) return new AppError('storage_full', { cause: error })
  if (LOST_DATABASE.includes(code)) return new AppError('unavailable', { cause: error })
  return new AppError('internal', { cause: error })
}

/** Chinese unless the caller asks for English first. */
export const languageOf = (ctx: Context): Language => (ctx.acceptsLanguages(['zh', 'en']) === 'en' ? 'en' : 'zh')

function words(fields: Record<string, FieldProblem>, language: Language) {
  return Object.fromEntries(
    Object.entries(fields).map(([path, { code, values }]) => [
      path,
      { code, message: fieldMessage(code, values, language) },
    ]),
  )
}

function errorBody(error: AppError, language: Language): ErrorBody {
  const { fields } = error.details
  const message = errorMessage(error.code, language)
  return { error: { code: error.code, message, ...(fields === undefined ? {} : { fields: words(fields, language) }) } }
}

/** Who opened a page is told by a page, where its address is one of a page. */
function sayAsPage(ctx: Context, code: ErrorCode): boolean {
  const say = ctx.state.sayError as ((code: ErrorCode) => Document) | undefined
  if (say === undefined) return false
  const { text, type, policy } = say(code)
  ctx.body = text
  ctx.type = type
  ctx.set({ 'X-Robots-Tag': 'noindex', ...(policy === null ? {} : { 'Content-Security-Policy': policy }) })
  return true
}

const LOGGED: readonly ErrorCode[] = ['internal', 'storage_full', 'storage_unavailable', 'unavailable']

/** Gives each request an id, and each error its one shape. What the server did not expect is logged under that id. */
export function answerErrors(logger: Logger): Middleware {
  return async (ctx, next) => {
    const requestId = newRequestId()
    ctx.state.requestId = requestId
    ctx.set('X-Request-Id', requestId)
    try {
      await next()
    } catch (thrown) {
      const error = toAppError(thrown)
      if (LOGGED.includes(error.code)) {
        const { method, path } = ctx
        logger.error({ requestId, method, path, err: error.details.cause ?? error }, 'a request failed')
      }
      ctx.status = ERRORS[error.code].status
      // A body that was refused half-way is not read to its end: this connection is of no more use.
      if (ctx.status === 413) ctx.set('Connection', 'close')
      if (error.details.retryAfterSeconds !== undefined) ctx.set('Retry-After', String(error.details.retryAfterSeconds))
      ctx.set('Cache-Control', 'no-store')
      if (!sayAsPage(ctx, error.code)) ctx.body = errorBody(error, languageOf(ctx))
    }
  }
}

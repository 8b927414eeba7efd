import type { ErrorBody } from '../../../shared/contract'
import { isErrorCode } from '../../../shared/phrases'
import { errorWords } from '../ui/words'
import { t } from '../ui/language'

/** Problems by field path as the contract names them, such as `event.endsAt`, in words for the screen. */
export type FieldErrors = Record<string, string>

/** The server said no. `message` is in Chinese and may be shown as it is. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fields: FieldErrors = {},
  ) {
    super(message)
    this.name = 'ApiError'
  }
}

/** No answer at all: whether the server acted is not known. */
export class NetworkError extends Error {
  constructor() {
    super(
      t(
        '暂时无法连接服务器，请检查网络后重试。已填写的内容仍保留在本页。',
        'The server cannot be reached; check the network and try again. What you have typed is still on this page.',
      ),
    )
    this.name = 'NetworkError'
  }
}

const isErrorBody = (body: unknown): body is ErrorBody =>
  typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'object' && body.error !== null

/** Reads the one error shape; an answer of a proxy in between, which lacks it, gets words of our own. */
export function toApiError(status: number, body: unknown): ApiError {
  if (!isErrorBody(body)) {
    return new ApiError(status, 'unavailable', errorWords(status >= 500 ? 'unavailable' : 'request_malformed'))
  }
  const { code, message, fields = {} } = body.error
  const words = message || (isErrorCode(code) ? errorWords(code) : errorWords('internal'))
  const byField = Object.fromEntries(Object.entries(fields).map(([path, problem]) => [path, problem.message]))
  return new ApiError(status, code, words, byField)
}

export const isCode = (error: unknown, code: string): error is ApiError =>
  error instanceof ApiError && error.code === code

/** Words for any failure, fit to be shown. */
export function wordsFor(error: unknown): string {
  return error instanceof ApiError || error instanceof NetworkError ? error.message : errorWords('internal')
}

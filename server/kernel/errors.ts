import type { ErrorCode } from '../../shared/phrases/errors'
import type { FieldErrorCode } from '../../shared/phrases/fields'

export interface FieldProblem {
  code: FieldErrorCode
  values?: Record<string, string | number>
}

/** An answer with a code. Words and HTTP status are found by the code in `shared/phrases`. */
export class AppError extends Error {
  override readonly name = 'AppError'

  constructor(
    readonly code: ErrorCode,
    readonly details: { fields?: Record<string, FieldProblem>; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(code, details.cause === undefined ? undefined : { cause: details.cause })
  }
}

/** Field problems under one `request_invalid`. Paths are dotted, such as `event.endsAt`. */
export const invalidFields = (fields: Record<string, FieldProblem>): AppError =>
  new AppError('request_invalid', { fields })

import { errorMessage, fieldMessage, type ErrorCode, type FieldErrorCode } from '../../../shared/phrases'
import { language } from './language'

/** The words of an error, in the language of the screen. */
export const errorWords = (code: ErrorCode): string => errorMessage(code, language())

/** What is wrong with one field, in the language of the screen. */
export const fieldWords = (code: FieldErrorCode, values: Record<string, string | number> = {}): string =>
  fieldMessage(code, values, language())

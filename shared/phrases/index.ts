import { ERRORS, type ErrorCode } from './errors'
import { FIELD_ERRORS, type FieldErrorCode } from './fields'

export type Language = 'zh' | 'en'

const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

export const errorMessage = (code: ErrorCode, language: Language = 'zh'): string => ERRORS[code][language]

export const fieldMessage = (
  code: FieldErrorCode,
  values: Record<string, string | number> = {},
  language: Language = 'zh',
): string => fill(FIELD_ERRORS[code][language], values)

export { ERRORS, isErrorCode, type ErrorCode, type ErrorPhrase } from './errors'
export { FIELD_ERRORS, type FieldErrorCode } from './fields'
export { CHECKS } from './checks'
export * from './audit'
export * from './review'
export * from './statuses'

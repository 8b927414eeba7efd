import type { EntitySchemaColumnOptions } from 'typeorm'

/** `bigint` milliseconds come back as text from MySQL; they stay below 2^53, so a number is exact. */
const toNumber = { to: (value: unknown) => value, from: (value: unknown) => (value === null ? null : Number(value)) }
const toBoolean = {
  to: (value: unknown) => (value === null || value === undefined ? value : value ? 1 : 0),
  from: (value: unknown) => (value === null ? null : Number(value) === 1),
}

export const text = (name: string, more: Partial<EntitySchemaColumnOptions> = {}): EntitySchemaColumnOptions => ({
  name,
  type: 'varchar',
  ...more,
})
export const longText = (name: string): EntitySchemaColumnOptions => ({ name, type: 'text' })
export const key = (name: string): EntitySchemaColumnOptions => text(name, { primary: true })
export const optionalText = (name: string): EntitySchemaColumnOptions => text(name, { nullable: true })
export const instant = (name: string): EntitySchemaColumnOptions => ({ name, type: 'bigint', transformer: toNumber })
export const optionalInstant = (name: string): EntitySchemaColumnOptions => ({ ...instant(name), nullable: true })
export const integer = (name: string): EntitySchemaColumnOptions => ({ name, type: 'int' })
export const flag = (name: string): EntitySchemaColumnOptions => ({ name, type: 'int', transformer: toBoolean })
export const optionalDouble = (name: string): EntitySchemaColumnOptions => ({ name, type: 'double', nullable: true })
/** When it was last looked whether anything names a file; for the daily job alone. */
export const lookedAt: EntitySchemaColumnOptions = { ...instant('checked_at'), default: 0, select: false }

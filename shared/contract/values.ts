import { z } from 'zod'
import { FIELD_SOURCES } from '../domain/noticeDraft'
import { fieldTypeOf } from '../domain/templateFields'

/** Ids are ULIDs in lower case: opaque, sortable by time of creation. */
export const id = z.string().regex(/^[0-9a-hjkmnp-tv-z]{26}$/)
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(64)
/** ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const instant = z.iso.datetime({ precision: 3 })
/** ISO 8601 with any zone or precision, as a client may send it. */
export const instantInput = z.iso.datetime({ offset: true })
export const cursor = z.string().min(1).max(512)
/** `YYYY-MM-DD` in Asia/Shanghai. */
export const day = z.iso.date()
/** `YYYY-MM` in Asia/Shanghai. */
export const month = z.string().regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/)
export const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

export const pageQuery = {
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
}

/** Lists that staff scroll through, of thousands of rows: longer pages are fewer questions. */
export const longPageQuery = { ...pageQuery, limit: z.coerce.number().int().min(1).max(200).default(20) }

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() })

export const place = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
})

const part = z.number().min(0).max(1)
/** A place in a picture, in parts of its width and height. */
export const point = z.strictObject({ x: part, y: part })

export const picture = z.strictObject({
  url: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
  alt: z.string(),
  /** The address of a variant for lists, at most 720 pixels wide and high; absent where there is none. */
  small: z.string().optional(),
  /** The address of a variant of 1200 × 630 for cards that are made of a link; absent where there is none. */
  card: z.string().optional(),
  /** What stays in sight when it is cut to another shape; absent: its middle. */
  focus: point.optional(),
})

const periods = z
  .array(z.strictObject({ from: clock, to: clock }).refine((period) => period.from < period.to))
  .min(1)
  .max(6)
  // one after the other, or nobody can say when the office closes
  .refine((list) => {
    const sorted = [...list].sort((one, other) => (one.from < other.from ? -1 : 1))
    return sorted.every((period, at) => at === 0 || (sorted[at - 1]?.to ?? '') <= period.from)
  })

export const officeHours = z.strictObject({
  days: z.array(z.int().min(0).max(6)).min(1).max(7),
  periods,
  /** Weekdays among `days` with hours of their own. */
  byDay: z
    .array(z.strictObject({ day: z.int().min(0).max(6), periods }))
    .max(7)
    .refine((list) => new Set(list.map(({ day }) => day)).size === list.length)
    .optional(),
})

/** A day on which the weekly hours do not hold: closed for a public holiday, or open because the holiday is made up for. */
export const specialDay = z.strictObject({ date: day, kind: z.enum(['holiday', 'workday']), name: z.string() })

export const templateField = z.strictObject({
  key: z.string().refine((key) => fieldTypeOf(key) !== null),
  label: z.string().min(1).max(20),
  source: z.enum(FIELD_SOURCES),
  text: z.string().max(64).optional(),
  options: z.array(z.string()).optional(),
})

const inline = z.strictObject({
  text: z.string(),
  marks: z.array(z.enum(['bold', 'italic', 'underline', 'strike', 'code'])).optional(),
  href: z.string().optional(),
})
const inlines = z.array(inline)

export const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), align: z.enum(['center', 'right']).optional(), content: inlines }),
  z.strictObject({
    type: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
    content: inlines,
  }),
  z.strictObject({
    type: z.literal('list'),
    ordered: z.boolean(),
    items: z.array(z.strictObject({ depth: z.int().min(0).max(6), content: inlines })),
  }),
  z.strictObject({ type: z.literal('quote'), content: z.array(inlines) }),
  z.strictObject({
    type: z.literal('image'),
    url: z.string(),
    alt: z.string(),
    caption: z.string().optional(),
    width: z.int().positive().optional(),
    height: z.int().positive().optional(),
  }),
  z.strictObject({
    type: z.literal('table'),
    rows: z.array(z.array(z.strictObject({ header: z.boolean(), content: inlines }))),
  }),
  z.strictObject({ type: z.literal('divider') }),
  z.strictObject({
    type: z.literal('file'),
    url: z.string(),
    name: z.string(),
    bytes: z.int().positive(),
  }),
  z.strictObject({
    type: z.literal('video'),
    url: z.string(),
    title: z.string(),
    cover: z.string().optional(),
  }),
])

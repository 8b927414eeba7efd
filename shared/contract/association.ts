import { z } from 'zod'
import { TEMPLATE_KINDS } from '../domain/topics'
import { officeHours, place, slug, specialDay, templateField } from './values'

const channel = z.strictObject({
  slug,
  name: z.string().min(1).max(20),
  kind: z.enum(['articles', 'events']),
})

const template = z.strictObject({
  kind: z.enum(TEMPLATE_KINDS),
  title: z.string().min(1).max(40),
  fields: z.array(templateField).min(1).max(7),
})

/** The association's own days: they win over the public holidays of the same date. */
const exceptions = z
  .array(z.strictObject({ ...specialDay.shape, name: z.string().min(1).max(20) }))
  .refine((days) => new Set(days.map(({ date }) => date)).size === days.length)
  .default([])

/** The building's front: a JPEG, PNG or WebP beside this file, and words for those who cannot see it. */
const photo = z.strictObject({ file: z.string().min(1), alt: z.string().min(1).max(120) })

/** The one file that another association swaps: who it is, how to reach it, its channels and its templates. */
export const association = z.strictObject({
  organisation: z.strictObject({
    name: z.string().min(1).max(40),
    shortName: z.string().min(1).max(12),
    welcome: z.string().max(60),
    motto: z.string().max(60),
  }),
  contact: z.strictObject({
    phones: z.array(z.strictObject({ label: z.string().min(1), number: z.string().min(3) })).min(1),
    address: z.string().min(1),
    building: z.string(),
    postalCode: z.string(),
    location: z.strictObject({ ...place.shape, name: z.string() }).nullable(),
    officeHours,
    exceptions,
    photo: photo.nullable().default(null),
    copyright: z.string(),
    icp: z.string(),
    support: z.string(),
  }),
  channels: z.array(
    z.union([channel, z.strictObject({ slug, name: z.string().min(1).max(20), channels: z.array(channel).min(1) })]),
  ),
  /** What the editor looks at before an article is public. */
  checks: z
    .strictObject({
      /** Words of current affairs: WeChat lets only licensed accounts write about them. */
      currentAffairs: z.array(z.string().min(1).max(20)).max(200),
    })
    .default({ currentAffairs: [] }),
  templates: z
    .array(template)
    .length(TEMPLATE_KINDS.length)
    .refine((list) => new Set(list.map((entry) => entry.kind)).size === TEMPLATE_KINDS.length),
})

export type Association = z.output<typeof association>

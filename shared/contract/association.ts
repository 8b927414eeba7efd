import { z } from 'zod'
import { TEMPLATE_KINDS } from '../domain/topics'
import { officeHours, place, slug, templateField } from './values'

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
    copyright: z.string(),
    icp: z.string(),
    support: z.string(),
  }),
  channels: z.array(
    z.union([channel, z.strictObject({ slug, name: z.string().min(1).max(20), channels: z.array(channel).min(1) })]),
  ),
  templates: z
    .array(template)
    .length(TEMPLATE_KINDS.length)
    .refine((list) => new Set(list.map((entry) => entry.kind)).size === TEMPLATE_KINDS.length),
})

export type Association = z.output<typeof association>

import { z } from 'zod'
import type { EndpointTable } from './endpoint'
import { id, officeHours, picture, place, specialDay } from './values'

const administrators = ['administrator'] as const
const words = (max: number) => z.string().trim().max(max)
const named = (max: number) => z.string().trim().min(1).max(max)

/** Who the association is, and what stands at the foot of its pages. */
export const organisationValues = z.strictObject({
  name: named(40),
  shortName: named(12),
  welcome: words(60),
  motto: words(60),
  copyright: words(60),
  icp: words(40),
  support: words(40),
})

export const PHOTO_SOURCES = ['configured', 'library', 'none'] as const

/** How it is reached. A phone may have an extension; a postal code has six digits or is left out. */
export const contactValues = z.strictObject({
  phones: z
    .array(
      z.strictObject({
        label: named(20),
        number: z
          .string()
          .trim()
          .regex(/^[0-9+()（）\-转 ]{3,30}$/),
      }),
    )
    .min(1)
    .max(6),
  address: named(100),
  building: words(100),
  postalCode: z
    .string()
    .trim()
    .regex(/^(?:\d{6})?$/),
  location: z.strictObject({ ...place.shape, name: named(40) }).nullable(),
  officeHours,
  exceptions: z
    .array(z.strictObject({ ...specialDay.shape, name: named(20) }))
    .max(100)
    .refine((days) => new Set(days.map(({ date }) => date)).size === days.length),
  photo: z.strictObject({
    source: z.enum(PHOTO_SOURCES),
    /** With `library`. */
    mediaId: id.nullable(),
    /** For those who cannot see it; with `library`. */
    alt: words(120),
  }),
})

const organisationSettings = z.strictObject({
  values: organisationValues,
  /** As the association's file has them. */
  configured: organisationValues,
})

const contactSettings = z.strictObject({
  values: contactValues,
  configured: contactValues,
  /** The photos that `photo` may mean: of the library, as chosen, and of the file. */
  photo: z.strictObject({ library: picture.nullable(), configured: picture.nullable() }),
  /** Public holidays and the weekend days that are worked for them, of this year and the next as far as announced. */
  publicDays: z.array(specialDay),
})

/** What administrators say of the house in place of the association's file; a value equal to the file's follows the file. */
export const staffHouseEndpoints = {
  'GET /api/admin/settings/organisation': {
    summary: 'Who the association is, as members see it and as its file has it',
    access: 'staff',
    response: organisationSettings,
  },
  'PUT /api/admin/settings/organisation': {
    summary: 'Change who the association is; holds at once in every process',
    access: 'staff',
    roles: administrators,
    body: organisationValues,
    response: organisationSettings,
  },
  'GET /api/admin/settings/contact': {
    summary: 'The contact card, as members see it and as its file has it',
    access: 'staff',
    response: contactSettings,
  },
  'PUT /api/admin/settings/contact': {
    summary: 'Change the contact card; holds at once in every process',
    access: 'staff',
    roles: administrators,
    body: contactValues,
    response: contactSettings,
    errors: ['media_not_found'],
  },
} as const satisfies EndpointTable

export type OrganisationValues = z.output<typeof organisationValues>
export type ContactValues = z.output<typeof contactValues>
export type OrganisationSettings = z.output<typeof organisationSettings>
export type ContactSettings = z.output<typeof contactSettings>

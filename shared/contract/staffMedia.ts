import { z } from 'zod'
import type { EndpointTable } from './endpoint'
import { ARTICLE_STATUSES, media, pictureCut } from './staffContent'
import { id, longPageQuery, pageOf } from './values'

/** A picture as the library shows it. */
export const libraryPicture = z.strictObject({
  ...media.shape,
  /** The file's name when it was uploaded; empty when none was kept. */
  name: z.string(),
  /** The address of its smallest variant, for grids; the picture itself while it has none. */
  thumbnail: z.string(),
  bytes: z.int().nonnegative(),
  /** Name of the staff member who uploaded it. */
  createdBy: z.string(),
})

/** An article that shows a picture. */
export const pictureUse = z.strictObject({
  id,
  title: z.string(),
  status: z.enum(ARTICLE_STATUSES),
  asCover: z.boolean(),
  inBody: z.boolean(),
  /** Not as it stands: only earlier versions of it show the picture. */
  onlyEarlier: z.boolean(),
  /** Whether it is in the bin. */
  binned: z.boolean(),
})

export const alternativeText = z.string().trim().max(120)
const params = z.strictObject({ id })

export const staffMediaEndpoints = {
  'GET /api/admin/media': {
    summary: 'Pictures, newest first',
    access: 'staff',
    query: z.strictObject({
      ...longPageQuery,
      /** Words in the file name or the alternative text. */
      q: z.string().trim().max(60).optional(),
    }),
    response: pageOf(libraryPicture),
    errors: ['cursor_invalid'],
  },
  'POST /api/admin/media/import': {
    summary: 'Keep a picture of another site: fetched by the server, then treated like an upload',
    access: 'staff',
    body: z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2000) }),
    response: media,
    status: 201,
    errors: [
      ...([
        'media_type',
        'media_heic',
        'media_broken',
        'media_too_large',
        'media_too_many_pixels',
        'media_busy',
      ] as const),
      ...(['picture_address_refused', 'picture_unreachable'] as const),
    ],
  },
  'GET /api/admin/media/{id}': {
    summary: 'One picture, and the articles that show it or once did (at most 50)',
    access: 'staff',
    params,
    response: z.strictObject({
      ...libraryPicture.shape,
      uses: z.array(pictureUse),
      /** Whether who asks may delete it once nothing shows it: its uploader, editors and administrators. */
      mayDelete: z.boolean(),
    }),
    errors: ['media_not_found'],
  },
  'PUT /api/admin/media/{id}': {
    summary: 'Change the alternative text that goes with the picture from now on',
    access: 'staff',
    params,
    body: z.strictObject({ alt: alternativeText }),
    response: libraryPicture,
    errors: ['media_not_found'],
  },
  'POST /api/admin/media/{id}/cuts': {
    summary: 'Cut a cover out of a picture, which stays as it is: a new picture that the library does not list',
    access: 'staff',
    params,
    body: pictureCut,
    response: media,
    status: 201,
    errors: ['media_not_found', 'media_is_cut', 'media_broken', 'media_busy'],
  },
  'DELETE /api/admin/media/{id}': {
    summary: 'Delete a picture that no article shows',
    access: 'staff',
    params,
    /** `lose`: earlier versions of articles may show it no more. */
    query: z.strictObject({ history: z.enum(['keep', 'lose']).default('keep') }),
    response: z.strictObject({}),
    errors: ['media_not_found', 'media_used', 'media_in_history', 'role_forbidden'],
  },
} as const satisfies EndpointTable

export type LibraryPicture = z.output<typeof libraryPicture>
export type PictureUse = z.output<typeof pictureUse>

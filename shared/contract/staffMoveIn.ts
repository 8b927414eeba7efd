import { z } from 'zod'
import { IMPORT_DOUBTS, IMPORT_FAILURES, IMPORT_MENDS } from '../phrases/importing'
import { MOVE_IN_FAULTS } from '../phrases/moveIn'
import { channelRef } from './content'
import type { EndpointTable } from './endpoint'
import { id, instant, instantInput, pageOf, pageQuery, slug } from './values'

const keysOf = <T extends object>(words: T) => Object.keys(words) as [keyof T & string, ...(keyof T & string)[]]

export const MOVE_IN_STATES = ['checking', 'checked', 'taking', 'done', 'failed'] as const
export const MOVE_IN_PAGE_STATES = ['certain', 'doubtful', 'known', 'failed', 'imported', 'draft'] as const
const doubtCode = z.enum(keysOf(IMPORT_DOUBTS))
const remark = <T extends z.ZodType>(code: T) => z.strictObject({ code, detail: z.string().optional() })
const doubts = z.array(remark(doubtCode))
const mends = z.array(remark(z.enum(keysOf(IMPORT_MENDS))))

/** Where the pages of a file stood, so that old links find them: a web address. */
const site = z.url({ protocol: /^https?$/ }).max(900)
/** The heads of a table, such as `title=题目,body=内文`. */
const columns = z
  .string()
  .trim()
  .max(900)
  .regex(/^(?:(?:title|channel|publisher|time|views|body|address)=[^,=]+(?:,|$))*$/)

/** The one file that is being moved in. */
export const moveInRun = z.strictObject({
  id,
  name: z.string(),
  bytes: z.int().nonnegative(),
  /** `archive`: one that this product wrote, which is put back as it was. */
  kind: z.enum(['pages', 'archive']),
  /** Null: nobody said where the pages stood. */
  site: z.string().nullable(),
  columns: z.string(),
  state: z.enum(MOVE_IN_STATES),
  /** Whoever worked on it is gone; it can be gone on with, or thrown away. */
  isStopped: z.boolean(),
  fault: z.enum(keysOf(MOVE_IN_FAULTS)).nullable(),
  done: z.int().nonnegative(),
  /** Null: nobody knows yet. */
  total: z.int().nonnegative().nullable(),
  counts: z.record(z.enum(MOVE_IN_PAGE_STATES), z.int().nonnegative()),
  archive: z
    .strictObject({
      organisation: z.string(),
      exportedAt: z.string(),
      articles: z.int().nonnegative(),
      pictures: z.int().nonnegative(),
    })
    .nullable(),
  startedAt: instant,
  startedBy: z.string(),
})

/** One page of it, beside what was found. Texts are their first words, as plain text. */
export const moveInPage = z.strictObject({
  number: z.int().nonnegative(),
  source: z.string(),
  state: z.enum(MOVE_IN_PAGE_STATES),
  title: z.string(),
  channel: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedAt: instant.nullable(),
  views: z.int().nonnegative(),
  pictures: z.int().nonnegative(),
  attachments: z.array(z.string()),
  text: z.string(),
  original: z.string(),
  doubts,
  mends,
  failure: z.enum(keysOf(IMPORT_FAILURES)).nullable(),
  /** It is another page than the one that was taken over by its name. */
  isChanged: z.boolean(),
  articleId: id.nullable(),
})

/** A page that lies here as a draft until somebody has looked at it. */
export const doubtfulPage = z.strictObject({
  id,
  source: z.string(),
  importedAt: instant,
  /** Path and question at the old site, which lead here once it is public. */
  oldAddress: z.string().nullable(),
  doubts,
  mends,
  /** Null: it was taken over before originals were kept. */
  original: z.string().nullable(),
  article: z.strictObject({
    id,
    version: z.int().positive(),
    title: z.string(),
    channel: channelRef,
    publisher: z.string(),
    publishedAt: instant.nullable(),
    views: z.int().nonnegative(),
    text: z.string(),
    pictures: z.int().nonnegative(),
  }),
})

const params = z.strictObject({ id })
const roles = ['administrator'] as const
const whileThere = ['move_in_not_found', 'move_in_state', 'move_in_working'] as const

export const staffMoveInEndpoints = {
  'GET /api/admin/move-in': {
    summary: 'The file of an old site that is being moved in, and how many doubtful pages wait for somebody',
    access: 'staff',
    roles,
    response: z.strictObject({ run: moveInRun.nullable(), doubtful: z.int().nonnegative() }),
  },
  'POST /api/admin/move-in': {
    summary: 'Give a zip, a page, an export, a feed or a table of an old site, at most 20 MB; it is checked at once',
    access: 'staff',
    roles,
    upload: true,
    query: z.strictObject({ site: site.optional(), columns: columns.optional() }),
    response: moveInRun,
    status: 201,
    errors: ['media_too_large', 'media_missing', 'move_in_type', 'move_in_busy', 'storage_full'],
  },
  'GET /api/admin/move-in/pages': {
    summary: 'What was found on each page of the file, in its order',
    access: 'staff',
    roles,
    query: z.strictObject({ ...pageQuery, state: z.enum(MOVE_IN_PAGE_STATES).optional() }),
    response: pageOf(moveInPage),
    errors: ['cursor_invalid'],
  },
  'POST /api/admin/move-in/{id}/check': {
    summary: 'Check the file again, with the heads of its table told',
    access: 'staff',
    roles,
    params,
    body: z.strictObject({ columns }),
    response: moveInRun,
    errors: whileThere,
  },
  'POST /api/admin/move-in/{id}/take': {
    summary: 'Take the file over: what is certain is public at once, what is doubtful becomes a draft',
    access: 'staff',
    roles,
    params,
    response: moveInRun,
    errors: whileThere,
  },
  'POST /api/admin/move-in/{id}/resume': {
    summary: 'Go on where a process stopped',
    access: 'staff',
    roles,
    params,
    response: moveInRun,
    errors: whileThere,
  },
  'DELETE /api/admin/move-in/{id}': {
    summary: 'Throw the file and its report away; what was taken over stays',
    access: 'staff',
    roles,
    params,
    response: z.strictObject({}),
    errors: ['move_in_not_found'],
  },
  'GET /api/admin/move-in/doubtful': {
    summary: 'Pages that were taken over as drafts, by this page or from the command line, and wait for somebody',
    access: 'staff',
    roles,
    query: z.strictObject({ ...pageQuery, doubt: doubtCode.optional() }),
    response: pageOf(doubtfulPage),
    errors: ['cursor_invalid'],
  },
  'PUT /api/admin/move-in/doubtful/{id}': {
    summary: 'Mend what was found; the body is mended in the editor',
    access: 'staff',
    roles,
    params,
    body: z.strictObject({
      version: z.int().positive(),
      title: z.string().trim().min(1).max(120),
      channel: slug,
      publisher: z.string().trim().min(1).max(60),
      publishedAt: instantInput.nullable(),
      views: z.int().min(0).max(999_999_999),
    }),
    response: doubtfulPage,
    errors: ['doubtful_not_found', 'article_changed', 'channel_not_found', 'media_not_found'],
  },
  'POST /api/admin/move-in/doubtful/{id}/accept': {
    summary: 'Publish a doubtful page that somebody has looked at, with its own time; its old address leads to it',
    access: 'staff',
    roles,
    params,
    body: z.strictObject({ version: z.int().positive() }),
    response: z.strictObject({ articleId: id }),
    errors: [
      'doubtful_not_found',
      'doubtful_time_future',
      'article_changed',
      'article_published',
      'article_needs_review',
    ],
  },
} as const satisfies EndpointTable

export type MoveInRun = z.output<typeof moveInRun>
export type MoveInPage = z.output<typeof moveInPage>
export type DoubtfulPage = z.output<typeof doubtfulPage>

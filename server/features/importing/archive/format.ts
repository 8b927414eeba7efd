import { z } from 'zod'
import { ATTACHMENT_KINDS } from '../../../../shared/domain/attachments'

/** Version of the archive's shape. A reader takes this one and those before it; a newer one is refused by name. */
export const ARCHIVE_VERSION = 2
export const ARCHIVE_FORMAT = 'association-notices-archive'

const instant = z.iso.datetime()
const ulid = z.string().regex(/^[0-9a-z]{26}$/)
const part = z.number().min(0).max(1)

/** `archive.json`: what the archive is. */
export const archiveHead = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.int().min(1),
  exportedAt: instant,
  organisation: z.string(),
  articles: z.int().min(0),
  pictures: z.int().min(0),
  /** Since version 2. */
  attachments: z.int().min(0).default(0),
})

/** A line of `channels.jsonl`, since version 2: the channels of the house that wrote it, hidden ones too. */
export const archivedChannel = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.enum(['group', 'articles', 'events']),
  /** The slug of its group. */
  parent: z.string().nullable(),
  position: z.int(),
  hidden: z.boolean(),
  /** What staff want of it beside the association's file: its place in their list, another name, or nobody to see it. */
  wished: z.object({ place: z.int().min(0), name: z.string().nullable(), hidden: z.boolean() }).nullable(),
})

/** A line of `pictures.jsonl`; the picture itself lies at `files/<file>`. */
export const archivedPicture = z.object({
  id: ulid,
  file: z.string().regex(/^[0-9a-z]{26}\.webp$/),
  name: z.string().max(120),
  alt: z.string().max(500),
  width: z.int().min(1),
  height: z.int().min(1),
  createdAt: instant,
  /** A cover that was cut out of another picture: of which, and how. Readers from before take it for a picture like others. */
  cut: z
    .object({
      of: ulid,
      crop: z.object({ x: part, y: part, width: part, height: part }),
      focus: z.object({ x: part, y: part }),
    })
    .nullish(),
})

/** A line of `attachments.jsonl`, since version 2; the file lies at `files/<file>`. */
export const archivedAttachment = z.object({
  id: ulid,
  file: z.string().regex(/^[0-9a-z]{26}\.attachment$/),
  /** As members see it. */
  name: z.string().max(120),
  kind: z.enum(ATTACHMENT_KINDS),
  bytes: z.int().min(1),
  createdAt: instant,
})

/** The page of another site that became this article, so that it is known again there too. */
const archivedPage = z.object({
  source: z.string(),
  /** SHA-256 of the whole of `source`, which is kept shortened. */
  sourceHash: z.string(),
  contentHash: z.string(),
  state: z.enum(['imported', 'draft', 'accepted']),
  title: z.string(),
  /** JSON of remarks. */
  doubts: z.string(),
  mends: z.string(),
  original: z.string().nullable(),
  at: instant,
})

const archivedEvent = z.object({
  startsAt: instant,
  endsAt: instant,
  venue: z.string(),
  address: z.string().nullable(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  signupDeadline: instant.nullable(),
  decision: z.string(),
  capacityNote: z.string().nullish(),
  /** Since version 2: when it was last moved while members could see it. */
  changedAt: instant.nullish(),
})

/** A line of `articles.jsonl`. */
export const archivedArticle = z.object({
  id: ulid,
  channel: z.string(),
  title: z.string().max(120),
  summary: z.string().max(200),
  publisher: z.string().max(60),
  bodyHtml: z.string(),
  /** Name of its cover's file. */
  cover: z.string().nullable(),
  pinned: z.boolean(),
  /** Since version 2: its place among the pinned ones of its channel, from 1 on; 0: none was given. */
  pinPlace: z.int().min(0).default(0),
  status: z.enum(['draft', 'published', 'withdrawn']),
  publishedAt: instant.nullable(),
  /** Since version 2: when it is withdrawn by itself. */
  withdrawAt: instant.nullable().default(null),
  createdAt: instant,
  updatedAt: instant,
  views: z.int().min(0),
  event: archivedEvent.nullable(),
  /** Where it stood at a site before, each a path with its question. */
  oldAddresses: z.array(z.string()),
  /** Since version 2. */
  pages: z.array(archivedPage).default([]),
})

export type ArchiveHead = z.output<typeof archiveHead>
export type ArchivedPicture = z.output<typeof archivedPicture>
export type ArchivedChannel = z.output<typeof archivedChannel>
export type ArchivedAttachment = z.output<typeof archivedAttachment>
export type ArchivedArticle = z.output<typeof archivedArticle>

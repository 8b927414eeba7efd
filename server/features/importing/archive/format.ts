import { z } from 'zod'

/** Version of the archive's shape. A reader takes this one and those before it; a newer one is refused by name. */
export const ARCHIVE_VERSION = 1
export const ARCHIVE_FORMAT = 'association-notices-archive'

const instant = z.iso.datetime()

/** `archive.json`: what the archive is. */
export const archiveHead = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.int().min(1),
  exportedAt: instant,
  organisation: z.string(),
  articles: z.int().min(0),
  pictures: z.int().min(0),
})

/** A line of `pictures.jsonl`; the picture itself lies at `files/<file>`. */
export const archivedPicture = z.object({
  id: z.string().regex(/^[0-9a-z]{26}$/),
  file: z.string().regex(/^[0-9a-z]{26}\.webp$/),
  name: z.string().max(120),
  alt: z.string().max(500),
  width: z.int().min(1),
  height: z.int().min(1),
  createdAt: instant,
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
})

/** A line of `articles.jsonl`. */
export const archivedArticle = z.object({
  id: z.string().regex(/^[0-9a-z]{26}$/),
  channel: z.string(),
  title: z.string().max(120),
  summary: z.string().max(200),
  publisher: z.string().max(60),
  bodyHtml: z.string(),
  /** Name of its cover's file. */
  cover: z.string().nullable(),
  pinned: z.boolean(),
  status: z.enum(['draft', 'published', 'withdrawn']),
  publishedAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
  views: z.int().min(0),
  event: archivedEvent.nullable(),
  /** Where it stood at a site before, each a path with its question. */
  oldAddresses: z.array(z.string()),
})

export type ArchiveHead = z.output<typeof archiveHead>
export type ArchivedPicture = z.output<typeof archivedPicture>
export type ArchivedArticle = z.output<typeof archivedArticle>

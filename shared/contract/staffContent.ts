import { z } from 'zod'
import { EVENT_DECISIONS } from '../domain/event'
import { LEAST_PART } from '../domain/pictureCut'
import { NOTICE_KINDS, NOTICE_STATUSES, DELIVERY_STATES, DELIVERY_REASONS, PAUSE_REASONS } from '../domain/notice'
import { REVIEW_KINDS, REVIEW_STATES } from '../domain/review'
import { TEMPLATE_KINDS } from '../domain/topics'
import { channelRef, event } from './content'
import { id, instant, instantInput, picture, place, point, slug, templateField } from './values'

export const ARTICLE_STATUSES = ['draft', 'published', 'withdrawn'] as const
export const STAFF_ROLES = ['writer', 'editor', 'administrator'] as const

export const login = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9._@-]+$/)
  .min(3)
  .max(64)
/** NIST SP 800-63B: length matters, composition rules do not. */
export const newPassword = z.string().min(10).max(128)

export const staffMember = z.strictObject({
  id,
  login: z.string(),
  name: z.string(),
  role: z.enum(STAFF_ROLES),
})

/** What is shown of a picture, and what stays in sight when that is cut to other shapes; in parts of the picture. */
export const pictureCut = z.strictObject({
  crop: z
    .strictObject({
      ...point.shape,
      width: z.number().min(LEAST_PART).max(1),
      height: z.number().min(LEAST_PART).max(1),
    })
    .refine(({ x, y, width, height }) => x + width <= 1.0001 && y + height <= 1.0001),
  focus: point,
})

export const media = z.strictObject({
  id,
  ...picture.shape,
  createdAt: instant,
  /** Where it was cut out of another picture: of which, and how. */
  cut: z.strictObject({ of: id, ...pictureCut.shape }).optional(),
})

export const eventInput = z.strictObject({
  startsAt: instantInput,
  endsAt: instantInput,
  venue: z.string().trim().min(1).max(100),
  address: z.string().trim().max(200).nullable(),
  location: place.nullable(),
  signupDeadline: instantInput.nullable(),
  decision: z.enum(EVENT_DECISIONS),
  capacityNote: z.string().trim().max(40).optional(),
})

/** What the editor sends. The body is HTML; the server keeps only what its allow-list names. */
export const articleInput = z.strictObject({
  channel: slug,
  title: z.string().trim().min(1).max(120),
  summary: z.string().trim().max(200),
  publisher: z.string().trim().min(1).max(60),
  bodyHtml: z.string().max(500_000),
  coverId: id.nullable(),
  pinned: z.boolean(),
  event: eventInput.nullable(),
})

/** A first save. A retry with the same key saves on in the draft that the first try made, if it did. */
export const newArticleInput = z.strictObject({ ...articleInput.shape, key: z.uuid().optional() })

export const noticeValues = z.record(z.string().max(32), z.string().max(200))

/** The notice that goes with a publication. `atNight`: also in quiet hours; it waits for their end unless staff say so. */
export const previewInput = z.strictObject({ values: noticeValues, atNight: z.boolean().default(false) })

export const staffArticleSummary = z.strictObject({
  id,
  channel: channelRef,
  title: z.string(),
  status: z.enum(ARTICLE_STATUSES),
  pinned: z.boolean(),
  views: z.int().nonnegative(),
  publishedAt: instant.nullable(),
  updatedAt: instant,
  /** Name of the staff member who saved last. */
  updatedBy: z.string(),
  eventStartsAt: instant.nullable(),
  /** When it is to be published by itself; null when that is not set. */
  scheduledAt: instant.nullable(),
  /** When it is withdrawn by itself; null when that is not set. */
  withdrawAt: instant.nullable(),
  /** Grows by one with each save; a save that names an older one is refused. */
  version: z.int().positive(),
  /** Id of the staff member who made it; null: sample content. */
  createdBy: id.nullable(),
  review: z.enum(REVIEW_STATES),
})

/** What was said and decided about an article before it was public. */
export const reviewEntry = z.strictObject({
  id,
  kind: z.enum(REVIEW_KINDS),
  /** The version that it is about. */
  version: z.int().positive(),
  /** Name of the staff member; null: the program itself. */
  by: z.string().nullable(),
  at: instant,
  text: z.string(),
})

export const staffArticle = z.strictObject({
  ...staffArticleSummary.shape,
  summary: z.string(),
  publisher: z.string(),
  bodyHtml: z.string(),
  cover: media.nullable(),
  event: event.omit({ changedAt: true }).nullable(),
  /** A publication that is set for later; null when none is. */
  scheduled: z
    .strictObject({
      at: instant,
      notice: z.strictObject({ values: noticeValues, atNight: z.boolean() }).nullable(),
    })
    .nullable(),
  reviewed: z.strictObject({
    /** Id of who last changed what members read; null: sample content. */
    writtenBy: id.nullable(),
    /** Who let it be published as it stands. */
    approved: z.strictObject({ by: z.string(), at: instant }).nullable(),
    /** Whether that was somebody other than who wrote it. */
    byAnother: z.boolean(),
    /** The last hundred entries, oldest first. */
    trail: z.array(reviewEntry),
  }),
  /** The notices told about this article so far, newest first. */
  notices: z.array(
    z.strictObject({ id, kind: z.enum(NOTICE_KINDS), status: z.enum(NOTICE_STATUSES), createdAt: instant }),
  ),
})

export const noticeTemplate = z.strictObject({
  kind: z.enum(TEMPLATE_KINDS),
  id: z.string(),
  title: z.string(),
  fields: z.array(templateField),
})

/** Who would get a notice of a kind if it were decided now. */
export const audience = z.strictObject({
  willGet: z.int().nonnegative(),
  /** Subscribed, with no grant left. */
  noGrant: z.int().nonnegative(),
  /** Members who turned the topic off or never asked for it. */
  notSubscribed: z.int().nonnegative(),
})

const counts = z.strictObject(
  Object.fromEntries(DELIVERY_STATES.map((state) => [state, z.int().nonnegative()])) as Record<
    (typeof DELIVERY_STATES)[number],
    z.ZodInt
  >,
)

export const noticeSummary = z.strictObject({
  id,
  kind: z.enum(NOTICE_KINDS),
  status: z.enum(NOTICE_STATUSES),
  article: z.strictObject({ id, title: z.string() }),
  /** When it is to begin; null when it began at once. */
  scheduledAt: instant.nullable(),
  /** Why it waits while paused; null otherwise. */
  pauseReason: z.enum(PAUSE_REASONS).nullable(),
  /** The notice that this one follows up, or null. */
  followsUp: id.nullable(),
  /** Whether it also goes out in quiet hours. */
  atNight: z.boolean(),
  /** Why it was halted; null otherwise. */
  haltReason: z.enum(DELIVERY_REASONS).nullable(),
  counts,
  createdAt: instant,
  createdBy: z.string(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
})

export const noticeDetail = z.strictObject({
  ...noticeSummary.shape,
  template: noticeTemplate.nullable(),
  values: noticeValues,
  /** Members who could still get it by a follow-up, without repeating anybody. */
  canStillGet: z.int().nonnegative(),
  /** Quiet hours hold it until then; null when they do not. */
  quietUntil: instant.nullable(),
  /** Outcomes by reason, most frequent first. */
  reasons: z.array(
    z.strictObject({
      state: z.enum(DELIVERY_STATES),
      reason: z.enum(DELIVERY_REASONS),
      count: z.int().nonnegative(),
    }),
  ),
})

export type StaffMember = z.output<typeof staffMember>
export type Media = z.output<typeof media>
export type ArticleInput = z.input<typeof articleInput>
export type PreviewInput = z.input<typeof previewInput>
export type ArticleStatus = (typeof ARTICLE_STATUSES)[number]
export type StaffArticleSummary = z.output<typeof staffArticleSummary>
export type ReviewEntry = z.output<typeof reviewEntry>
export type StaffArticle = z.output<typeof staffArticle>
export type Audience = z.output<typeof audience>
export type NoticeSummary = z.output<typeof noticeSummary>
export type NoticeDetail = z.output<typeof noticeDetail>

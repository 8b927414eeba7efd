import { z } from 'zod'
import { channelNode } from './content'
import type { EndpointTable } from './endpoint'
import {
  ARTICLE_STATUSES,
  articleInput,
  newArticleInput,
  login,
  media,
  newPassword,
  noticeTemplate,
  previewInput,
  staffArticle,
  staffArticleSummary,
} from './staffContent'
import { staffCheckEndpoints } from './staffChecks'
import { staffAuditEndpoints } from './staffAudit'
import { staffFinderEndpoints } from './staffFinder'
import { staffPreviewEndpoints } from './articlePreview'
import { staffBackupEndpoints } from './staffBackup'
import { staffBinEndpoints } from './staffBin'
import { staffBindingEndpoints } from './staffBinding'
import { staffMoveInEndpoints } from './staffMoveIn'
import { staffAttachmentEndpoints } from './staffAttachments'
import { staffVenueEndpoints } from './staffVenues'
import { staffMediaEndpoints } from './staffMedia'
import { staffHistoryEndpoints } from './staffHistory'
import { staffPresenceEndpoints } from './staffPresence'
import { staffReviewEndpoints } from './staffReview'
import { staffNoticeEndpoints } from './staffNotices'
import { staffPeopleEndpoints } from './staffPeople'
import { staffPreferenceEndpoints } from './staffPreferences'
import { staffCalendarEndpoints } from './staffCalendar'
import { staffOverviewEndpoints } from './staffOverview'
import { staffSettingsEndpoints } from './staffSettings'
import { staffHouseEndpoints } from './staffHouse'
import { staffTemplateEndpoints } from './staffTemplates'
import { staffTestEndpoints } from './staffTests'
import { loginAnswer, ownStaff, staffTwoStepEndpoints } from './staffTwoStep'
import { staffPinnedEndpoints } from './staffPinned'
import { staffWithdrawalEndpoints, withdrawAtInput } from './staffWithdrawal'
import { id, instantInput, longPageQuery, pageOf, slug } from './values'

const version = z.int().positive()
const publishers = ['editor', 'administrator'] as const

/** Everything the staff admin calls. */
export const staffEndpoints = {
  ...staffCheckEndpoints,
  ...staffAuditEndpoints,
  ...staffBackupEndpoints,
  ...staffMediaEndpoints,
  ...staffAttachmentEndpoints,
  ...staffMoveInEndpoints,
  ...staffVenueEndpoints,
  ...staffFinderEndpoints,
  ...staffNoticeEndpoints,
  ...staffHistoryEndpoints,
  ...staffPreviewEndpoints,
  ...staffReviewEndpoints,
  ...staffBinEndpoints,
  ...staffPresenceEndpoints,
  ...staffPeopleEndpoints,
  ...staffPreferenceEndpoints,
  ...staffOverviewEndpoints,
  ...staffCalendarEndpoints,
  ...staffSettingsEndpoints,
  ...staffTwoStepEndpoints,
  ...staffBindingEndpoints,
  ...staffTestEndpoints,
  ...staffHouseEndpoints,
  ...staffTemplateEndpoints,
  ...staffWithdrawalEndpoints,
  ...staffPinnedEndpoints,
  'GET /api/admin/setup': {
    summary: 'Whether the first administrator is still to be made',
    access: 'none',
    response: z.strictObject({ needed: z.boolean() }),
  },
  'POST /api/admin/setup': {
    summary: 'Make the first administrator with the one-time code from the console, and log in',
    access: 'none',
    body: z.strictObject({
      code: z.string().trim().min(1).max(64),
      login,
      name: z.string().trim().min(1).max(30),
      password: newPassword,
    }),
    response: ownStaff,
    status: 201,
    errors: ['setup_done', 'setup_code_wrong', 'login_throttled'],
  },
  'POST /api/admin/session': {
    summary: 'Log in; sets the session cookie, unless a second step is due',
    access: 'none',
    body: z.strictObject({ login: z.string().trim().min(1).max(64), password: z.string().min(1).max(128) }),
    response: loginAnswer,
    status: 201,
    errors: ['login_failed', 'login_throttled'],
  },
  'GET /api/admin/session': {
    summary: 'Who is logged in',
    access: 'staff',
    whileEnrolling: true,
    response: ownStaff,
  },
  'DELETE /api/admin/session': {
    summary: 'Log out',
    access: 'staff',
    whileEnrolling: true,
    response: z.strictObject({}),
  },
  'GET /api/admin/site': {
    summary: 'What the editor needs once: channels, notice templates, names',
    access: 'staff',
    response: z.strictObject({
      organisation: z.strictObject({ name: z.string(), shortName: z.string() }),
      channels: z.array(channelNode),
      templates: z.array(noticeTemplate),
      /** True while messages go to the built-in stand-in of WeChat. */
      sandbox: z.boolean(),
      /** Words of current affairs that the editor points at. */
      currentAffairs: z.array(z.string()),
    }),
  },
  'GET /api/admin/articles': {
    summary: 'Articles in any status, last saved first',
    access: 'staff',
    query: z.strictObject({
      ...longPageQuery,
      status: z.enum(ARTICLE_STATUSES).optional(),
      /** How it stands in review; what is published waits for nobody. */
      review: z.enum(['submitted', 'returned', 'approved']).optional(),
      channel: slug.optional(),
      q: z.string().trim().max(60).optional(),
    }),
    response: pageOf(staffArticleSummary),
    errors: ['channel_not_found', 'cursor_invalid'],
  },
  'POST /api/admin/articles': {
    summary: 'Keep a new draft; asked again with the same key, the one that was made',
    access: 'staff',
    body: newArticleInput,
    response: staffArticle,
    status: 201,
    errors: ['channel_not_found', 'media_not_found', 'article_changed'],
  },
  'GET /api/admin/articles/{id}': {
    summary: 'One article as the editor shows it',
    access: 'staff',
    params: z.strictObject({ id }),
    response: staffArticle,
    errors: ['article_not_found', 'article_binned'],
  },
  'PUT /api/admin/articles/{id}': {
    summary: 'Save an article; refused when somebody saved in between',
    access: 'staff',
    params: z.strictObject({ id }),
    body: z.strictObject({ version, article: articleInput }),
    response: staffArticle,
    errors: [
      'article_not_found',
      'article_binned',
      'article_changed',
      'article_needs_review',
      'channel_not_found',
      'media_not_found',
      'role_forbidden',
    ],
  },
  'POST /api/admin/articles/{id}/publish': {
    summary: 'Publish, and in the same transaction decide to tell subscribers',
    access: 'staff',
    roles: publishers,
    params: z.strictObject({ id }),
    body: z.strictObject({
      version,
      /** Null: tell nobody. Only for events; one preview notice an article. */
      notice: previewInput.nullable(),
      withdrawAt: withdrawAtInput,
    }),
    response: staffArticle,
    errors: [
      'article_not_found',
      'article_binned',
      'article_changed',
      'article_published',
      'article_needs_review',
      'review_changed',
      'notice_needs_event',
      'notice_exists',
    ],
  },
  'POST /api/admin/articles/{id}/schedule': {
    summary: 'Publish at a set time, and tell subscribers then if wanted; replaces an earlier time',
    access: 'staff',
    roles: publishers,
    params: z.strictObject({ id }),
    body: z.strictObject({
      version,
      at: instantInput,
      notice: previewInput.nullable(),
      withdrawAt: withdrawAtInput,
    }),
    response: staffArticle,
    errors: [
      'article_not_found',
      'article_changed',
      'article_published',
      'article_binned',
      'article_needs_review',
      'review_changed',
      'notice_needs_event',
      'notice_exists',
      'time_past',
    ],
  },
  'POST /api/admin/articles/{id}/unschedule': {
    summary: 'Take back a publication that is set for later',
    access: 'staff',
    roles: publishers,
    params: z.strictObject({ id }),
    body: z.strictObject({ version }),
    response: staffArticle,
    errors: ['article_not_found', 'article_binned', 'article_changed', 'article_not_scheduled'],
  },
  'POST /api/admin/articles/{id}/withdraw': {
    summary: 'Take a published article away from members',
    access: 'staff',
    roles: publishers,
    params: z.strictObject({ id }),
    body: z.strictObject({ version }),
    response: staffArticle,
    errors: ['article_not_found', 'article_binned', 'article_changed', 'article_not_published'],
  },
  'POST /api/admin/media': {
    summary: 'Keep a picture: decoded, re-encoded as WebP, metadata removed',
    access: 'staff',
    upload: true,
    response: media,
    status: 201,
    errors: [
      ...(['media_type', 'media_heic', 'media_broken', 'media_too_large', 'media_too_many_pixels'] as const),
      ...(['media_missing', 'media_busy'] as const),
    ],
  },
} as const satisfies EndpointTable

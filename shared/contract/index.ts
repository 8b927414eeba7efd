import type { ParsedRequestOf, RequestOf, ResponseOf } from './endpoint'
import { memberEndpoints } from './member'
import { staffEndpoints } from './staff'

/**
 * Every endpoint, by `METHOD /path`. The server validates by this table, the OpenAPI document is made from it, and
 * both clients take their types from it (`import type` only: zod stays out of their bundles).
 */
export const endpoints = { ...memberEndpoints, ...staffEndpoints }

export type Api = typeof endpoints
export type EndpointKey = keyof Api
export type RequestTo<K extends EndpointKey> = RequestOf<Api[K]>
export type ParsedRequestTo<K extends EndpointKey> = ParsedRequestOf<Api[K]>
export type ResponseFrom<K extends EndpointKey> = ResponseOf<Api[K]>

/** The one shape of every error. `fields` by path, such as `event.endsAt`. */
export interface ErrorBody {
  error: {
    code: string
    message: string
    fields?: Record<string, { code: string; message: string }>
  }
}

export type * from './alerts'
export type * from './articlePreview'
export type * from './binding'
export type * from './content'
export type * from './endpoint'
export type * from './me'
export type * from './search'
export type * from './staffChecks'
export type * from './staffAudit'
export type * from './staffContent'
export type * from './staffFinder'
export type * from './staffAttachments'
export type * from './staffBackup'
export type * from './staffBin'
export type * from './staffBinding'
export type * from './staffTests'
export type * from './staffHistory'
export type * from './staffReview'
export type * from './staffPresence'
export type * from './staffMedia'
export type * from './staffMoveIn'
export type * from './staffNotices'
export type * from './staffPeople'
export type * from './staffOverview'
export type * from './staffCalendar'
export type * from './staffSettings'
export type * from './staffTwoStep'
export type * from './staffHouse'
export type * from './staffPinned'
export type * from './staffTemplates'

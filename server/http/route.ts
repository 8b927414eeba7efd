import type { StaffRole } from '../../shared/contract/endpoint'
import type { Kept } from './answerCache'
import type { Api, EndpointKey, ParsedRequestTo, ResponseFrom } from '../../shared/contract'

export interface StaffIdentity {
  id: string
  login: string
  name: string
  role: StaffRole
  /** Whether the house asks them for a second step that they have not set up: nothing else is open to them. */
  mustEnrol: boolean
}

/** A file that was received whole and lies in a temporary place; it is removed after the handler, kept or not. */
export interface Upload {
  path: string
  bytes: number
  originalName: string
}

export interface StaffCookie {
  read(): string | null
  set(token: string, maxAgeMs: number): void
  clear(): void
}

interface BaseContext {
  requestId: string
  /** The caller's address, for throttles and the audit log. */
  address: string
  /** Such as `Edge · Windows`; empty when unknown. */
  browser: string
  staffCookie: StaffCookie
}

type Identity<A> = A extends 'staff'
  ? { staff: StaffIdentity }
  : A extends 'member'
    ? { memberId: string }
    : Record<never, never>
type Uploaded<E> = E extends { upload: true } ? { upload: Upload } : Record<never, never>

/** What a handler knows of its caller: `staff` or `memberId` exist exactly where the contract asks for them. */
export type ContextOf<K extends EndpointKey> = BaseContext & Identity<Api[K]['access']> & Uploaded<Api[K]>

/**
 * Called after the guard has checked the request; what it returns is checked against the contract too. A kept answer is
 * for everybody, so only an endpoint without access may give one.
 */
export type Handler<K extends EndpointKey> = (
  request: ParsedRequestTo<K>,
  context: ContextOf<K>,
) => Promise<ResponseFrom<K> | Kept<ResponseFrom<K>>>

export type RouteTable = { [K in EndpointKey]: Handler<K> }

/** The routes of one feature, such as `routes({ 'GET /api/home': async () => … })`. */
export const routes = <K extends EndpointKey>(table: Pick<RouteTable, K>): Pick<RouteTable, K> => table

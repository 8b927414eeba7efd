import type { DeliveryReason, DeliveryState, NoticeKind, NoticeStatus } from '../../../shared/domain/notice'
import type { TestStanding } from '../../../shared/domain/noticeTest'
import type { StaffAudit } from './portsDesk'

/** A test with its one delivery. Instants in milliseconds since the epoch. */
export interface StoredTest extends Omit<TestStanding, 'isPaused'> {
  id: string
  deliveryId: string
  kind: NoticeKind
  status: NoticeStatus
  state: DeliveryState
  reason: DeliveryReason | null
  createdAt: number
  settledAt: number | null
}

export interface NewTest {
  id: string
  kind: NoticeKind
  templateId: string
  values: Record<string, string>
  page: string
}

/** `open`: something of this template is on its way to the same WeChat, or nobody knows its end. */
export type TestMade = 'made' | 'unbound' | 'no_grant' | 'open'

/** Notices of a staff member to themselves. Each change is one transaction with its audit entry. */
export interface NoticeTests {
  /** With its delivery, for which a grant is reserved; or nothing at all. */
  make(test: NewTest, audit: StaffAudit): Promise<TestMade>
  /** Null as well when it is somebody else's, or was erased. */
  find(id: string, staffId: string): Promise<StoredTest | null>
  /** Newest first. */
  list(staffId: string, since: number, limit: number): Promise<StoredTest[]>
}

export interface TestThrottle {
  /** How often something was done within the window, and when that ends. */
  count(key: string, windowMs: number, now: number): Promise<{ tries: number; endsAt: number }>
}

import type { Me, MemberExport } from '../../../shared/contract'
import { PRIVACY_VERSION } from '../../../shared/domain/privacyVersion'
import type { MemberRecords, StoredMember, StoredRows } from './ports'

const iso = (instant: number): string => new Date(instant).toISOString()
const isoOrNull = (instant: number | null): string | null => (instant === null ? null : iso(instant))

type Overview = NonNullable<Awaited<ReturnType<MemberRecords['overview']>>>

const memberOf = ({ id, createdAt, lastSeenAt }: StoredMember) => ({
  id,
  createdAt: iso(createdAt),
  lastSeenAt: iso(lastSeenAt),
})

export const presentMe = ({ member, consent, stored }: Overview): Me => ({
  ...memberOf(member),
  consent: {
    current: PRIVACY_VERSION,
    given: consent && { version: consent.version, at: iso(consent.givenAt) },
  },
  stored,
})

export const presentExport = (rows: StoredRows, now: number): MemberExport => ({
  exportedAt: iso(now),
  member: memberOf(rows.member),
  consents: rows.consents.map(({ version, givenAt, withdrawnAt }) => ({
    version,
    givenAt: iso(givenAt),
    withdrawnAt: isoOrNull(withdrawnAt),
  })),
  topics: rows.topics.map(({ updatedAt, ...row }) => ({ ...row, updatedAt: iso(updatedAt) })),
  grants: rows.grants.map(({ updatedAt, ...row }) => ({ ...row, updatedAt: iso(updatedAt) })),
  answers: rows.answers.map(({ at, ...row }) => ({ ...row, at: iso(at) })),
  eventChoices: rows.eventChoices.map(({ updatedAt, ...row }) => ({ ...row, updatedAt: iso(updatedAt) })),
  deliveries: rows.deliveries.map(({ createdAt, sendingAt, settledAt, ...row }) => ({
    ...row,
    createdAt: iso(createdAt),
    sendingAt: isoOrNull(sendingAt),
    settledAt: isoOrNull(settledAt),
  })),
  sessions: rows.sessions.map(({ createdAt, expiresAt }) => ({ createdAt: iso(createdAt), expiresAt: iso(expiresAt) })),
  bindings: rows.bindings.map(({ staff, boundAt }) => ({ staff, boundAt: iso(boundAt) })),
})

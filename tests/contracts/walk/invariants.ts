import type { Database } from '../../../server/store/database'
import { DeliveryEntity, GrantBalanceEntity, NoticeEntity } from '../../../server/store/entities'
import type { DeliveryRow, GrantBalanceRow, GrantState, NoticeRow } from '../../../server/store/entities'
import {
  canMoveDelivery,
  canMoveNotice,
  DELIVERY_STATES,
  NOTICE_STATUSES,
  type DeliveryState,
  type NoticeStatus,
} from '../../../shared/domain/notice'

export interface Seen {
  notices: NoticeRow[]
  deliveries: DeliveryRow[]
  balances: GrantBalanceRow[]
}

export const look = async (database: Database): Promise<Seen> => ({
  notices: await database.read.find(NoticeEntity),
  deliveries: await database.read.find(DeliveryEntity),
  balances: await database.read.find(GrantBalanceEntity),
})

/** Whether the table of moves leads from one state to another, over others if need be. */
function leads<T extends string>(all: readonly T[], can: (from: T, to: T) => boolean, from: T, to: T): boolean {
  const reached = new Set<T>([from])
  for (const state of reached) for (const next of all) if (can(state, next)) reached.add(next)
  return reached.has(to)
}
const deliveryLeads = (from: DeliveryState, to: DeliveryState) => leads(DELIVERY_STATES, canMoveDelivery, from, to)
const noticeLeads = (from: NoticeStatus, to: NoticeStatus) => leads(NOTICE_STATUSES, canMoveNotice, from, to)

/** Grants that rows of this member and template hold or have used up. */
export const usedOf = ({ deliveries }: Pick<Seen, 'deliveries'>, { memberId, templateId }: GrantBalanceRow): number =>
  deliveries.filter(
    (row) =>
      row.memberId === memberId &&
      row.templateId === templateId &&
      (row.grantState === 'reserved' || row.grantState === 'spent'),
  ).length

function balanceProblems({ balances, deliveries }: Seen, lost: number): string[] {
  return balances.flatMap((balance) => {
    const { memberId, available } = balance
    const who = `${memberId} ${available}/${usedOf({ deliveries }, balance)}`
    return [
      ...(available < 0 ? [`${who}: a balance below zero`] : []),
      ...(lost < 0 ? [`${who}: a grant appeared`] : []),
    ]
  })
}

/** What a row holds is told by its state. */
const HOLDS: Record<DeliveryState, GrantState[]> = {
  pending: ['reserved'],
  sending: ['reserved'],
  sent: ['spent'],
  unknown: ['spent'],
  unconfirmed: ['spent'],
  // 43101, and what WeChat had taken before it said no
  rejected: ['spent', 'returned'],
  failed: ['spent', 'returned'],
  skipped: ['none', 'returned'],
}

const grantProblems = ({ deliveries }: Seen): string[] =>
  deliveries
    .filter(({ state, grantState }) => !HOLDS[state].includes(grantState))
    .map(({ id, state, grantState }) => `${id} is ${state} with a grant that is ${grantState}`)

function openProblems({ deliveries }: Seen): string[] {
  const open = deliveries.filter((row) => row.state === 'sending' || row.state === 'unknown')
  const keys = open.map((row) => `${row.memberId}:${row.templateId}`)
  return [
    ...(new Set(keys).size < keys.length ? ['two open deliveries of one member and template'] : []),
    ...deliveries
      .filter((row) => (row.openKey !== null) !== open.includes(row))
      .map((row) => `${row.id} is ${row.state} with the open key ${row.openKey}`),
    ...deliveries
      .filter((row) => (row.state === 'sending') !== (row.workerId !== null))
      .map((row) => `${row.id} is ${row.state} with the worker ${row.workerId}`),
  ]
}

const HAS_OR_MAY = ['pending', 'sending', 'sent', 'unknown', 'unconfirmed']

/** Within a chain of follow-ups a member has its words, may have them or is to get them at most once. */
function chainProblems({ notices, deliveries }: Seen): string[] {
  const rootOf = new Map(notices.map((notice) => [notice.id, notice.followsUp ?? notice.id]))
  const keys = deliveries
    .filter((row) => HAS_OR_MAY.includes(row.state))
    .map((row) => `${rootOf.get(row.noticeId)}:${row.memberId}`)
  return keys.filter((key, index) => keys.indexOf(key) < index).map((key) => `${key} twice in one chain`)
}

function moveProblems(before: Seen, after: Seen): string[] {
  const statusOf = new Map(before.notices.map((notice) => [notice.id, notice.status]))
  const stateOf = new Map(before.deliveries.map((row) => [row.id, row.state]))
  const frozen = new Set(before.notices.filter((notice) => !mayGrow(notice)).map((notice) => notice.id))
  return [
    ...after.notices.flatMap(({ id, status }) => {
      const from = statusOf.get(id) ?? status
      return noticeLeads(from, status) ? [] : [`notice ${id}: ${from} → ${status}`]
    }),
    ...after.deliveries.flatMap((row) => {
      const from = stateOf.get(row.id)
      if (from === undefined) return frozen.has(row.noticeId) ? [`${row.id} came after the audience was frozen`] : []
      return deliveryLeads(from, row.state) ? [] : [`delivery ${row.id}: ${from} → ${row.state}`]
    }),
    ...(after.deliveries.length < before.deliveries.length ? ['a delivery is gone'] : []),
  ]
}

const mayGrow = ({ status }: NoticeRow): boolean => ['draft', 'scheduled', 'preparing'].includes(status)

/** What must hold whatever happened; `lost` is what is missing of all grants that were ever given. */
export const problems = (before: Seen, after: Seen, lost: number): string[] => [
  ...balanceProblems(after, lost),
  ...grantProblems(after),
  ...openProblems(after),
  ...chainProblems(after),
  ...moveProblems(before, after),
]

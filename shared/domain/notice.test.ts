import {
  canMoveDelivery,
  canMoveNotice,
  DELIVERY_STATES,
  emptyCounts,
  isNoticeOver,
  NOTICE_STATUSES,
  noticeProgress,
  noticeStatusesBefore,
} from './notice'

it('never sends an unknown delivery again by itself', () => {
  expect(canMoveDelivery('unknown', 'pending')).toBe(false)
  expect(canMoveDelivery('unknown', 'sending')).toBe(false)
  expect(canMoveDelivery('unconfirmed', 'pending')).toBe(false)
})

it('starts sending from pending only', () => {
  expect(DELIVERY_STATES.filter((from) => canMoveDelivery(from, 'sending'))).toEqual(['pending'])
})

it('never leaves what is rejected, failed or skipped', () => {
  for (const from of ['rejected', 'failed', 'skipped'] as const) {
    expect(DELIVERY_STATES.filter((to) => canMoveDelivery(from, to))).toEqual([])
  }
})

it('lets staff pause and resume a running notice, and never revive one that is over', () => {
  expect(canMoveNotice('running', 'paused')).toBe(true)
  expect(canMoveNotice('paused', 'running')).toBe(true)
  expect(NOTICE_STATUSES.filter(isNoticeOver)).toEqual(['finished', 'cancelled', 'halted'])
  expect(canMoveNotice('finished', 'paused')).toBe(false)
})

it('names the statuses from which a notice may be cancelled', () => {
  expect(noticeStatusesBefore('cancelled')).toEqual(['draft', 'scheduled', 'preparing', 'running', 'paused'])
})

it('counts every delivery once in what staff see', () => {
  const counts = {
    ...emptyCounts(),
    pending: 1,
    sending: 2,
    sent: 3,
    rejected: 4,
    failed: 5,
    unknown: 6,
    unconfirmed: 7,
  }
  const progress = noticeProgress({ ...counts, skipped: 8 })
  expect(progress).toEqual({ total: 36, done: 33, reached: 3, notReached: 17, open: 3, uncertain: 13 })
  expect(progress.reached + progress.notReached + progress.open + progress.uncertain).toBe(progress.total)
})

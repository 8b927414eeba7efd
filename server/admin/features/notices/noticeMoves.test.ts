import type { NoticeDetail } from '../../../../shared/contract'
import { emptyCounts, NOTICE_STATUSES } from '../../../../shared/domain/notice'
import { possibleMoves, questionFor } from './noticeMoves'

const notice = (more: Partial<NoticeDetail>): NoticeDetail => ({
  id: '01kaxmpkq00000000000000000',
  kind: 'preview',
  status: 'running',
  article: { id: '01kaxmpkq00000000000000001', title: '社工督导沙龙' },
  scheduledAt: null,
  pauseReason: null,
  followsUp: null,
  atNight: false,
  haltReason: null,
  counts: { ...emptyCounts(), pending: 3, sent: 2, unknown: 1 },
  createdAt: '2026-11-23T06:00:00.000Z',
  createdBy: '林晓',
  startedAt: null,
  finishedAt: null,
  template: null,
  values: {},
  canStillGet: 0,
  quietUntil: null,
  reasons: [],
  ...more,
})

it('offers only what the table of statuses allows', () => {
  const offered = NOTICE_STATUSES.map((status) => [status, possibleMoves({ status, canStillGet: 5 })])
  expect(offered).toEqual([
    ['draft', ['cancel']],
    ['scheduled', ['cancel']],
    ['preparing', ['cancel']],
    ['running', ['pause', 'cancel']],
    ['paused', ['resume', 'cancel']],
    ['finished', ['follow-up']],
    ['cancelled', []],
    ['halted', ['follow-up']],
  ])
})

it('offers no follow-up when nobody could get one', () => {
  expect(possibleMoves({ status: 'finished', canStillGet: 0 })).toEqual([])
})

it('says what cancelling means for those who wait and for those who may have been told', () => {
  const words = questionFor('cancel', notice({}))?.text
  expect(words).toContain('还在等待的 3 位')
  expect(words).toContain('已发出的 3 位不能收回')
  expect(questionFor('cancel', notice({ status: 'scheduled', counts: emptyCounts() }))?.text).toContain(
    '不会发给任何人',
  )
})

it('asks nothing before going on', () => {
  expect(questionFor('resume', notice({ status: 'paused' }))).toBeNull()
})

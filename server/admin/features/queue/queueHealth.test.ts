import type { QueueStatus } from '../../../../shared/contract'
import { lagOf, lengthWords, queueHealth } from './queueHealth'

const NOW = '2026-11-23T06:00:00.000Z'
const ago = (ms: number) => new Date(Date.parse(NOW) - ms).toISOString()

const status = (more: Partial<QueueStatus>): QueueStatus => ({
  now: NOW,
  mode: 'embedded',
  workers: [{ id: '01kaxmpkq00000000000000000', startedAt: ago(60_000), heartbeatAt: ago(1_000) }],
  waiting: 0,
  sending: 0,
  unknown: 0,
  oldestDueAt: null,
  sentLastMinute: 0,
  token: null,
  quietUntil: null,
  lastErrors: [],
  ...more,
})

it('is calm when nothing waits, also without a worker', () => {
  expect(queueHealth(status({}))).toEqual({ tone: 'success', words: '没有等待发送的通知。' })
  expect(queueHealth(status({ workers: [] })).tone).toBe('success')
})

it('raises the alarm when something waits and nobody sends', () => {
  expect(queueHealth(status({ waiting: 4, workers: [] })).words).toContain('没有发送程序')
  const silent = [{ id: '01kaxmpkq00000000000000000', startedAt: ago(900_000), heartbeatAt: ago(120_000) }]
  expect(queueHealth(status({ waiting: 4, workers: silent })).tone).toBe('error')
})

it('tells a slow queue from one that stands still', () => {
  const late = { waiting: 40, oldestDueAt: ago(5 * 60_000) }
  expect(queueHealth(status(late)).words).toContain('发送停滞：最早的一条已等待 5 分钟')
  expect(queueHealth(status({ ...late, sentLastMinute: 30 }))).toMatchObject({ tone: 'warning' })
})

it('explains the night instead of calling it a fault', () => {
  const night = status({ waiting: 4, oldestDueAt: ago(3_600_000), quietUntil: '2026-11-24T00:00:00.000Z' })
  expect(queueHealth(night)).toEqual({ tone: 'info', words: '安静时段，4 条通知等到 08:00 再发。' })
})

it('measures the lag by the server’s clock', () => {
  expect(lagOf({ now: NOW, oldestDueAt: ago(4_000) })).toBe(4_000)
  expect(lagOf({ now: NOW, oldestDueAt: null })).toBe(0)
  expect([4_000, 200_000, 7_500_000, 7_200_000].map(lengthWords)).toEqual(['4 秒', '3 分钟', '2 小时 5 分钟', '2 小时'])
})

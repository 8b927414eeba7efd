import type { DeliveryReason } from '../../../shared/domain/notice'

/** The engine's work as the rows tell it, whichever process does it. Instants in milliseconds since the epoch. */
export interface QueueFigures {
  workers: { id: string; startedAt: number; heartbeatAt: number }[]
  waiting: number
  sending: number
  unknown: number
  oldestDueAt: number | null
  sentSince: number
  token: { refreshedAt: number; expiresAt: number } | null
  errors: { reason: DeliveryReason; count: number; lastAt: number }[]
}

export interface QueueStore {
  /** `sentSince` counts from `now - minuteMs`, `errors` from `now - hourMs`. */
  figures(now: number, minuteMs: number, hourMs: number): Promise<QueueFigures>
}

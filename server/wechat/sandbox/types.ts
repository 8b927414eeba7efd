import type { Clock } from '../../kernel/clock'
import type { Logger } from '../../kernel/logger'

export interface SandboxTemplate {
  id: string
  title: string
  fields: { key: string; label: string; options?: string[] }[]
  /** Of the kind that an association cannot have. */
  longTerm?: boolean
}

export interface CallbackTarget {
  /** Our server's callback address, or how to find it once the server listens; null: events are kept back. */
  url: string | (() => string | null)
  token: string
  encodingAesKey: string
  /** WeChat's console offers both. */
  format?: 'xml' | 'json'
}

export interface SandboxOptions {
  /** As the member sees it under each notice. */
  miniProgram: string
  templates: readonly SandboxTemplate[]
  appid?: string
  secret?: string
  pages?: readonly string[]
  callback?: CallbackTarget
  clock?: Clock
  logger?: Logger
  /** `''` when the stand-in is a server of its own. */
  wechatPath?: string
  controlPath?: string
  /** How long each answer of the API takes, milliseconds. */
  latencyMs?: number
  /** From an accepted send to its sent-event, milliseconds. */
  sentEventDelayMs?: number
  /** Between two tries of an event that was not answered well; WeChat waits 5 s. */
  eventRetryMs?: number
  /** Phones, grants and notices outlive a restart in this file. */
  snapshotFile?: string
  /** Every accepted send is a line here, on the disk before the answer leaves. */
  acceptedFile?: string
  /** Stops listening for a time: only a stand-in that is a server of its own can. */
  refuseConnections?: (durationMs: number) => void
}

/** A service notice as a phone shows it. */
export interface PhoneNotice {
  id: string
  templateId: string
  title: string
  rows: { label: string; value: string }[]
  page: string
  miniProgram: string
  /** ISO 8601 */
  at: string
}

export type Answer = 'accept' | 'reject' | 'ban' | 'filter'

/** The shape in which the API says no; the `rid` makes each one different, as in the real API. */
export class ApiRefusal extends Error {
  constructor(
    readonly errcode: number,
    errmsg: string,
  ) {
    super(errmsg)
  }
}

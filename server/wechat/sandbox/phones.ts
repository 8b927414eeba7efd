import { randomBytes, randomInt } from 'node:crypto'
import type { PhoneNotice } from './types'

const KEPT_NOTICES = 100

export interface Phone {
  id: string
  openid: string
  /** The member's main switch for subscription messages. */
  mainSwitch: boolean
  /** WeChat holds this member for high-risk: code2Session answers 40226. */
  blocked: boolean
  /** Grants that WeChat itself counts, by template id. */
  grants: Record<string, number>
  /** "Always keep this choice": the dialog no longer asks. */
  kept: Record<string, 'accept' | 'reject'>
  notices: PhoneNotice[]
}

/** 28 characters beginning with `o`, as WeChat's are. */
const newOpenid = (): string => `o${randomBytes(20).toString('base64url')}`

/** Who has a phone, and what WeChat knows of each: switches, grants, notices that arrived. */
export class Phones {
  private readonly byId = new Map<string, Phone>()
  private readonly byOpenid = new Map<string, Phone>()
  private readonly listeners = new Set<(phone: Phone, notice: PhoneNotice) => void>()

  constructor(private readonly changed: () => void) {}

  create(grants: Record<string, number> = {}): Phone {
    const phone: Phone = {
      id: randomBytes(9).toString('base64url'),
      openid: newOpenid(),
      mainSwitch: true,
      blocked: false,
      grants: { ...grants },
      kept: {},
      notices: [],
    }
    this.add(phone)
    this.changed()
    return phone
  }

  add(phone: Phone): void {
    this.byId.set(phone.id, phone)
    this.byOpenid.set(phone.openid, phone)
  }

  get = (id: string): Phone | undefined => this.byId.get(id)
  withOpenid = (openid: string): Phone | undefined => this.byOpenid.get(openid)
  all = (): Phone[] => [...this.byId.values()]

  grant(phone: Phone, templateId: string): void {
    phone.grants[templateId] = (phone.grants[templateId] ?? 0) + 1
    this.changed()
  }

  canReceive = (phone: Phone, templateId: string): boolean => phone.mainSwitch && (phone.grants[templateId] ?? 0) > 0

  /** The member unticked a template in WeChat's settings: what was granted is gone. */
  unsubscribe(phone: Phone, templateId: string): void {
    phone.grants[templateId] = 0
    delete phone.kept[templateId]
    this.changed()
  }

  deliver(phone: Phone, notice: PhoneNotice): void {
    phone.grants[notice.templateId] = Math.max(0, (phone.grants[notice.templateId] ?? 0) - 1)
    phone.notices.unshift(notice)
    phone.notices.length = Math.min(phone.notices.length, KEPT_NOTICES)
    this.changed()
    for (const listener of this.listeners) listener(phone, notice)
  }

  change(phone: Phone, change: Partial<Pick<Phone, 'mainSwitch' | 'blocked'>>): void {
    Object.assign(phone, change)
    this.changed()
  }

  keep(phone: Phone, templateId: string, answer: 'accept' | 'reject'): void {
    phone.kept[templateId] = answer
    this.changed()
  }

  onNotice(listener: (phone: Phone, notice: PhoneNotice) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}

/**
 * Message ids like WeChat's: beyond 2^53, unique, and odd, so that none survives a pass through a JavaScript number.
 */
export function messageIds(): () => bigint {
  let sequence = BigInt(randomInt(1_000_000))
  return () => {
    sequence += 1n
    return BigInt(Date.now()) * 2_000_000n + ((sequence * 2n) % 2_000_000n) + 1n
  }
}

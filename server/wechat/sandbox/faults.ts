import { z } from 'zod'

const common = {
  /** How many calls it befalls. */
  count: z.int().min(1).max(1_000_000).default(1),
  on: z.enum(['send', 'token', 'login', 'code']).default('send'),
  /** Only sends to this phone, or of this template. */
  phoneId: z.string().optional(),
  templateId: z.string().optional(),
}
/** Whether WeChat took the message all the same: the caller cannot know. */
const accepted = z.boolean().default(false)

export const faultOrder = z.discriminatedUnion('kind', [
  /** A code of WeChat's table, without any effect. */
  z.strictObject({ ...common, kind: z.literal('errcode'), errcode: z.int() }),
  /** `-1`, "system busy". */
  z.strictObject({ ...common, kind: z.literal('busy'), accepted }),
  /** The request is read and never answered. */
  z.strictObject({ ...common, kind: z.literal('black_hole'), accepted }),
  z.strictObject({ ...common, kind: z.literal('reset_after_body'), accepted }),
  z.strictObject({ ...common, kind: z.literal('bad_gateway'), accepted }),
  /** 200 with a page instead of JSON, as a proxy's login page would be. */
  z.strictObject({ ...common, kind: z.literal('html'), accepted }),
  z.strictObject({
    ...common,
    kind: z.literal('slow_bytes'),
    accepted: z.boolean().default(true),
    intervalMs: z.int().min(1).max(60_000).default(1000),
  }),
  /** The connection is refused for a time; only a stand-in that is a server of its own can. */
  z.strictObject({ kind: z.literal('refused'), durationMs: z.int().min(1).max(600_000) }),
  /** The sent-event that follows an accepted send reports a failure, or never comes. */
  z.strictObject({ ...common, kind: z.literal('sent_event_failed') }),
  z.strictObject({ ...common, kind: z.literal('sent_event_lost') }),
])

export type FaultOrder = z.output<typeof faultOrder>
export type Refused = Extract<FaultOrder, { kind: 'refused' }>
export type Fault = Exclude<FaultOrder, Refused>
type EventFaultKind = 'sent_event_failed' | 'sent_event_lost'
export type EventFault = Extract<Fault, { kind: EventFaultKind }>
export type WireFault = Exclude<Fault, EventFault>

export interface FaultTarget {
  on: Fault['on']
  phoneId?: string
  templateId?: string
}

const isEventFault = (fault: Fault): fault is EventFault =>
  fault.kind === 'sent_event_failed' || fault.kind === 'sent_event_lost'

/** Faults to order. The oldest that fits a call befalls it, and is counted down. */
export class Faults {
  private orders: Fault[] = []

  order(fault: Fault): void {
    this.orders.push({ ...fault })
  }

  clear(): void {
    this.orders = []
  }

  list = (): Fault[] => this.orders.map((fault) => ({ ...fault }))

  onWire(target: FaultTarget): WireFault | null {
    const fault = this.take(target, (order) => !isEventFault(order))
    return fault === null || isEventFault(fault) ? null : fault
  }

  onEvent(target: FaultTarget): EventFaultKind | null {
    const fault = this.take(target, isEventFault)
    return fault !== null && isEventFault(fault) ? fault.kind : null
  }

  private take(target: FaultTarget, fits: (fault: Fault) => boolean): Fault | null {
    const fault = this.orders.find(
      (order) =>
        fits(order) &&
        order.on === target.on &&
        (order.phoneId === undefined || order.phoneId === target.phoneId) &&
        (order.templateId === undefined || order.templateId === target.templateId),
    )
    if (fault === undefined) return null
    fault.count -= 1
    if (fault.count === 0) this.orders.splice(this.orders.indexOf(fault), 1)
    return fault
  }
}

import type { ChannelNode } from '../../../shared/contract'
import type { ChannelWish, PlannedChannel } from '../../../shared/domain/channels'
import type { AuditEntry } from '../../kernel/audit'

export type ChannelPlan = PlannedChannel

type WithHidden<T> = T & { hidden: boolean }
export type WholeNode = WithHidden<Omit<ChannelNode, 'children'>> & {
  children: WithHidden<ChannelNode['children'][number]>[]
}

export interface ChannelStore {
  /** Visible channels in the order that staff or the association's file want. */
  tree(): Promise<ChannelNode[]>
  /**
   * Makes the stored channels follow the plan and what staff want of it, by slug. A channel that the plan dropped is removed when it holds no
   * articles; otherwise it is hidden, and its articles stay.
   */
  synchronise(plan: ChannelPlan[]): Promise<void>
  /** Hidden channels too. */
  wholeTree(): Promise<WholeNode[]>
  wishes(): Promise<ChannelWish[]>
  /** Keeps what staff want and makes the stored channels follow, in one transaction with its entry in the log. */
  keepWishes(plan: ChannelPlan[], wishes: ChannelWish[], audit: AuditEntry): Promise<void>
}

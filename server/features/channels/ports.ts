import type { ChannelKind, ChannelNode } from '../../../shared/contract'

/** A channel as the association's file names it. `parent` is the slug of its group. */
export interface ChannelPlan {
  slug: string
  name: string
  kind: ChannelKind
  parent: string | null
  position: number
}

export interface ChannelStore {
  /** Visible channels in the order of the association's file. */
  tree(): Promise<ChannelNode[]>
  /**
   * Makes the stored channels follow the plan, by slug. A channel that the plan dropped is removed when it holds no
   * articles; otherwise it is hidden, and its articles stay.
   */
  synchronise(plan: ChannelPlan[]): Promise<void>
}

import type { LinkState } from '../../../shared/contract'

export interface LinkProbe {
  /** Never throws. */
  ask(url: string): Promise<LinkState>
}

import type { ShareCards } from './useShareCards'

export const CARD_CANVASES = ['card-friend', 'card-timeline'] as const

const NONE: ShareCards = { friend: null, timeline: null }

/** On the web an address is shared, without a card of ours. */
export const useShareCards = (_article: unknown): ShareCards => NONE

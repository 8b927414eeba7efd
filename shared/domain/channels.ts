/** A channel as the association's file names it. `parent` is the slug of its group. */
export interface PlannedChannel {
  slug: string
  name: string
  kind: 'group' | 'articles' | 'events'
  parent: string | null
  position: number
}

/** What staff want of a channel. A list of wishes is in the wanted order; `name` null: as the file names it. */
export interface ChannelWish {
  slug: string
  name: string | null
  hidden: boolean
}

/** The setting under which the wishes are kept, as JSON. */
export const CHANNELS_SETTING = 'channels'

export const readChannelWishes = (kept: string | null): ChannelWish[] =>
  kept === null || kept === '' ? [] : (JSON.parse(kept) as ChannelWish[])

/**
 * The file's channels as staff want them. What the file adds later comes last among its siblings, and what it drops is
 * dropped. Whatever stands in a hidden group is hidden, and so is a group of which nothing is left to see.
 */
export function arrangeChannels<T extends PlannedChannel>(
  plan: readonly T[],
  wishes: readonly ChannelWish[],
): (T & { hidden: boolean })[] {
  const places = new Map(wishes.map(({ slug }, at) => [slug, at]))
  const wishOf = new Map(wishes.map((wish) => [wish.slug, wish]))
  const isWished = (slug: string): boolean => wishOf.get(slug)?.hidden === true
  const isHidden = ({ slug, kind, parent }: PlannedChannel): boolean => {
    if (isWished(slug) || (parent !== null && isWished(parent))) return true
    return kind === 'group' && plan.filter((other) => other.parent === slug).every((other) => isWished(other.slug))
  }
  const rank = ({ slug, position }: PlannedChannel): number => places.get(slug) ?? wishes.length + position
  return plan.map((channel) => ({
    ...channel,
    name: wishOf.get(channel.slug)?.name ?? channel.name,
    position: plan.filter((other) => other.parent === channel.parent && rank(other) < rank(channel)).length,
    hidden: isHidden(channel),
  }))
}

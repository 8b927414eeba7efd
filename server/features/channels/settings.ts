import type { ChannelSettings, ChannelSettingsInput } from '../../../shared/contract'
import { arrangeChannels, CHANNELS_SETTING, type ChannelWish } from '../../../shared/domain/channels'
import type { Clock } from '../../kernel/clock'
import { AppError } from '../../kernel/errors'
import type { ChannelPlan, ChannelStore } from './ports'

export interface ChannelSettingsDeps {
  store: ChannelStore
  /** What the association's file has. */
  plan: ChannelPlan[]
  clock: Clock
  /** Called once a change is written: who made it sees it at once. */
  onChange: () => Promise<void>
}

interface Actor {
  staff: { id: string }
  address: string
}

export async function showChannelSettings({ store, plan }: ChannelSettingsDeps): Promise<ChannelSettings> {
  const wishes = await store.wishes()
  const arranged = arrangeChannels(plan, wishes).sort((a, b) => a.position - b.position)
  const settingOf = ({ slug, name, kind }: ChannelPlan) => ({
    ...{ slug, name, kind },
    fileName: plan.find((entry) => entry.slug === slug)?.name ?? name,
    hidden: wishes.find((wish) => wish.slug === slug)?.hidden ?? false,
  })
  const within = (parent: string | null) => arranged.filter((channel) => channel.parent === parent)
  return {
    channels: within(null).map((channel) => ({
      ...settingOf(channel),
      children: within(channel.slug).map(settingOf),
    })),
  }
}

/** Every channel of the file exactly once, each below its own group. */
function isWhole(plan: readonly ChannelPlan[], wanted: ChannelSettingsInput): boolean {
  const places = wanted.channels.flatMap(({ slug, children }) => [
    `/${slug}`,
    ...children.map((child) => `${slug}/${child.slug}`),
  ])
  const planned = plan.map(({ slug, parent }) => `${parent ?? ''}/${slug}`)
  return places.length === planned.length && planned.every((place) => places.includes(place))
}

/** @throws AppError channels_differ, channels_none_visible, channels_same_name; nothing is written then */
export async function changeChannels(
  deps: ChannelSettingsDeps,
  wanted: ChannelSettingsInput,
  actor: Actor,
): Promise<ChannelSettings> {
  const { store, plan, clock } = deps
  if (!isWhole(plan, wanted)) throw new AppError('channels_differ')
  const flat = wanted.channels.flatMap(({ children, ...group }) => [group, ...children])
  if (new Set(flat.map(({ name }) => name)).size < flat.length) throw new AppError('channels_same_name')
  const is = flat.map(({ slug, name, hidden }): ChannelWish => {
    const fileName = plan.find((entry) => entry.slug === slug)?.name
    return { slug, name: name === fileName ? null : name, hidden }
  })
  const arranged = arrangeChannels(plan, is)
  if (arranged.every(({ kind, hidden }) => kind === 'group' || hidden)) throw new AppError('channels_none_visible')
  const was = await store.wishes()
  await store.keepWishes(plan, is, {
    at: clock.now(),
    staffId: actor.staff.id,
    action: 'setting.change',
    subjectType: 'setting',
    subjectId: CHANNELS_SETTING,
    address: actor.address,
    detail: { was, is },
  })
  await deps.onChange()
  return showChannelSettings(deps)
}

/** The tree for staff, who also write where members cannot look; hidden channels say so in their names. */
export async function treeForStaff({ store, plan }: Pick<ChannelSettingsDeps, 'store' | 'plan'>) {
  const planned = new Set(plan.map(({ slug }) => slug))
  const mark = <T extends { name: string; hidden: boolean }>({ hidden, ...node }: T) =>
    hidden ? { ...node, name: `${node.name}（已隐藏）` } : node
  return (await store.wholeTree())
    .filter(({ slug }) => planned.has(slug))
    .map(({ children, ...node }) => ({ ...mark(node), children: children.map(mark) }))
}

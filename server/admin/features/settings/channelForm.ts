import type { ChannelSettings, ChannelSettingsInput } from '../../../../shared/contract'
import { t } from '../../ui/language'

export type ChannelForm = ChannelSettings['channels'][number]
type Leaf = ChannelForm['children'][number]

/** The list with the entry at `from` one place up (-1) or down (1). */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): T[] {
  const copy = [...list]
  const [entry] = copy.splice(from, 1)
  if (entry !== undefined) copy.splice(from + by, 0, entry)
  return copy
}

/** What is wrong with a name, in words; undefined when it can be kept. */
export function nameProblem(channels: readonly ChannelForm[], slug: string): string | undefined {
  const all: Leaf[] = channels.flatMap(({ children, ...node }) => [node, ...children])
  const name = all.find((entry) => entry.slug === slug)?.name.trim() ?? ''
  if (name === '') return t('请填写名称。', 'Give it a name.')
  if (name.length > 20) return t(`最多 20 个字，现有 ${name.length} 个。`, `At most 20 characters, now ${name.length}.`)
  if (all.some((entry) => entry.slug !== slug && entry.name.trim() === name))
    return t('与另一个栏目的名称相同。', 'Another channel has this name.')
  return undefined
}

export const inputOf = (channels: readonly ChannelForm[]): ChannelSettingsInput => ({
  channels: channels.map(({ slug, name, hidden, children }) => ({
    ...{ slug, name, hidden },
    children: children.map((child) => ({ slug: child.slug, name: child.name, hidden: child.hidden })),
  })),
})

/** Channels that members lose with this change, by name: worth asking before. */
export function newlyHidden(before: readonly ChannelForm[], after: readonly ChannelForm[]): string[] {
  const hiddenIn = (channels: readonly ChannelForm[]) =>
    channels.flatMap((node) => [node, ...node.children].filter(({ hidden }) => hidden).map(({ slug }) => slug))
  const was = new Set(hiddenIn(before))
  return after.flatMap((node) =>
    [node, ...node.children].filter(({ slug, hidden }) => hidden && !was.has(slug)).map(({ name }) => name),
  )
}

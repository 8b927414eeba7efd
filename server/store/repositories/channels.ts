import type { EntityManager } from 'typeorm'
import type { ChannelNode } from '../../../shared/contract'
import { arrangeChannels, CHANNELS_SETTING, readChannelWishes, type ChannelWish } from '../../../shared/domain/channels'
import type { ChannelPlan, ChannelStore } from '../../features/channels/ports'
import { newId } from '../../kernel/ids'
import type { Database } from '../database'
import { ArticleEntity, ChannelEntity, SettingEntity, type ChannelRow } from '../entities'
import { isDuplicate } from '../isDuplicate'
import { recordAudit } from './audit'
import { tellChange } from './publicContent'

const nodeOf = ({ id, slug, name, kind }: ChannelRow) => ({ id, slug, name, kind })

function toTree(rows: ChannelRow[]): ChannelNode[] {
  return rows
    .filter((row) => row.parentId === null)
    .map((row) => ({ ...nodeOf(row), children: rows.filter((child) => child.parentId === row.id).map(nodeOf) }))
}

const visible = (manager: EntityManager): Promise<ChannelRow[]> =>
  manager.find(ChannelEntity, { where: { hidden: false }, order: { position: 'ASC' } })

export async function wishesIn(manager: EntityManager): Promise<ChannelWish[]> {
  const row = await manager.findOneBy(SettingEntity, { name: CHANNELS_SETTING })
  return readChannelWishes(row?.value ?? null)
}

/** Runs a change of channels; whoever keeps answers is told when members see another tree. */
async function withTrace(manager: EntityManager, change: () => Promise<void>): Promise<void> {
  const before = JSON.stringify(await visible(manager))
  await change()
  if (JSON.stringify(await visible(manager)) !== before) await tellChange(manager, ['*'])
}

async function upsert(manager: EntityManager, plan: ChannelPlan[], wishes: ChannelWish[]): Promise<void> {
  const kept = new Map((await manager.find(ChannelEntity)).map((row) => [row.slug, row.id]))
  for (const { slug, name, kind, parent, position, hidden } of arrangeChannels(plan, wishes)) {
    const id = kept.get(slug) ?? newId()
    const parentId = parent === null ? null : (kept.get(parent) ?? null)
    await manager.save(ChannelEntity, { id, slug, name, kind, parentId, position, hidden, withheld: hidden })
    kept.set(slug, id)
  }
}

/** Makes the stored channels follow a plan and what staff want of it; whoever keeps answers is told. */
export const followWishes = (manager: EntityManager, plan: ChannelPlan[], wishes: ChannelWish[]): Promise<void> =>
  withTrace(manager, () => upsert(manager, plan, wishes))

async function dropOthers(manager: EntityManager, plan: ChannelPlan[]): Promise<void> {
  const planned = new Set(plan.map(({ slug }) => slug))
  for (const row of await manager.find(ChannelEntity)) {
    if (planned.has(row.slug)) continue
    const holdsArticles = await manager.existsBy(ArticleEntity, { channelId: row.id })
    if (holdsArticles) await manager.update(ChannelEntity, row.id, { hidden: true, parentId: null })
    else await manager.delete(ChannelEntity, row.id)
  }
}

export const createChannelRepository = (database: Database): ChannelStore => ({
  async tree() {
    return toTree(await visible(database.read))
  },

  async wholeTree() {
    const rows = await database.read.find(ChannelEntity, { order: { position: 'ASC' } })
    const isHidden = (id: string) => rows.find((row) => row.id === id)?.hidden === true
    return toTree(rows).map(({ children, ...node }) => ({
      ...node,
      hidden: isHidden(node.id),
      children: children.map((child) => ({ ...child, hidden: isHidden(child.id) })),
    }))
  },

  wishes: () => wishesIn(database.read),

  keepWishes: (plan, wishes, audit) =>
    database.write((manager) =>
      withTrace(manager, async () => {
        const value = JSON.stringify(wishes)
        await manager.save(SettingEntity, { name: CHANNELS_SETTING, value, updatedAt: audit.at })
        await recordAudit(manager, audit)
        await upsert(manager, plan, wishes)
      }),
    ),

  async synchronise(plan) {
    const bring = () =>
      database.write((manager) =>
        withTrace(manager, async () => {
          await upsert(manager, plan, await wishesIn(manager))
          await dropOthers(manager, plan)
        }),
      )
    try {
      await bring()
    } catch (error) {
      // Another server that starts at this moment made a channel first; now its rows are there to be found.
      if (!isDuplicate(error)) throw error
      await bring()
    }
  },
})

import type { EntityManager } from 'typeorm'
import type { ChannelNode } from '../../../shared/contract'
import type { ChannelPlan, ChannelStore } from '../../features/channels/ports'
import { newId } from '../../kernel/ids'
import type { Database } from '../database'
import { ArticleEntity, ChannelEntity, type ChannelRow } from '../entities'
import { isDuplicate } from '../isDuplicate'

const nodeOf = ({ id, slug, name, kind }: ChannelRow) => ({ id, slug, name, kind })

function toTree(rows: ChannelRow[]): ChannelNode[] {
  return rows
    .filter((row) => row.parentId === null)
    .map((row) => ({ ...nodeOf(row), children: rows.filter((child) => child.parentId === row.id).map(nodeOf) }))
}

async function upsert(manager: EntityManager, plan: ChannelPlan[]): Promise<void> {
  const kept = new Map((await manager.find(ChannelEntity)).map((row) => [row.slug, row.id]))
  for (const { slug, name, kind, parent, position } of plan) {
    const id = kept.get(slug) ?? newId()
    const parentId = parent === null ? null : (kept.get(parent) ?? null)
    await manager.save(ChannelEntity, { id, slug, name, kind, parentId, position, hidden: false })
    kept.set(slug, id)
  }
}

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
    return toTree(await database.read.find(ChannelEntity, { where: { hidden: false }, order: { position: 'ASC' } }))
  },

  async synchronise(plan) {
    const bring = () =>
      database.write(async (manager) => {
        await upsert(manager, plan)
        await dropOthers(manager, plan)
      })
    try {
      await bring()
    } catch (error) {
      // Another server that starts at this moment made a channel first; now its rows are there to be found.
      if (!isDuplicate(error)) throw error
      await bring()
    }
  },
})

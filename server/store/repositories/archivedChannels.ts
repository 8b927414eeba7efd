import type { EntityManager } from 'typeorm'
import type { ArchivedChannel } from '../../features/importing/portsArchive'
import type { AuditEntry } from '../../kernel/audit'
import { CHANNELS_SETTING, type ChannelWish } from '../../../shared/domain/channels'
import type { Database } from '../database'
import { ChannelEntity, SettingEntity } from '../entities'
import { recordAudit } from './audit'
import { followWishes, wishesIn } from './channels'

/** All channels with what staff want of them, in the order of their places. */
export async function archivedChannels({ read }: Database): Promise<ArchivedChannel[]> {
  const rows = await read.find(ChannelEntity, { order: { position: 'ASC', slug: 'ASC' } })
  const wishes = await wishesIn(read)
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]))
  return rows.map(({ slug, name, kind, parentId, position, hidden }) => {
    const place = wishes.findIndex((wish) => wish.slug === slug)
    const wish = wishes[place]
    return {
      ...{ slug, name, kind, position, hidden },
      parent: parentId === null ? null : (slugs.get(parentId) ?? null),
      wished: wish === undefined ? null : { place, name: wish.name, hidden: wish.hidden },
    }
  })
}

/** What staff of another house wanted, where nobody has wanted anything here yet. False: somebody has. */
export async function takeWishes(manager: EntityManager, wishes: ChannelWish[], audit: AuditEntry): Promise<boolean> {
  if (await manager.existsBy(SettingEntity, { name: CHANNELS_SETTING })) return false
  const rows = await manager.find(ChannelEntity)
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]))
  // Without wishes the rows that are not hidden are what the association's file says.
  const plan = rows
    .filter(({ hidden }) => !hidden)
    .map(({ slug, name, kind, parentId, position }) => ({
      ...{ slug, name, kind, position },
      parent: parentId === null ? null : (slugs.get(parentId) ?? null),
    }))
    .sort((a, b) => Number(a.parent !== null) - Number(b.parent !== null))
  const value = JSON.stringify(wishes)
  await manager.save(SettingEntity, { name: CHANNELS_SETTING, value, updatedAt: audit.at })
  await recordAudit(manager, audit)
  await followWishes(manager, plan, wishes)
  return true
}

import { newId } from '../../server/kernel/ids'
import type { Database } from '../../server/store/database'
import { GrantBalanceEntity, MemberEntity, MemberTopicEntity, NoticeEntity } from '../../server/store/entities'
import { addNotice } from '../support/ledgerRows'
import { TEMPLATE_ID, type StandIn } from './standIn'

export interface Person {
  memberId: string
  openid: string
  /** Grants that both WeChat and our ledger count. */
  grants: number
  subscribed: boolean
}

export const VALUES = {
  thing1: '滨海长者健步行',
  time2: '2026年11月28日 09:00',
  thing3: '海滨公园',
  thing4: '请尽早报名',
}
const ROWS_A_STATEMENT = 200

async function insertAll<T extends object>(
  database: Database,
  entity: Parameters<Parameters<Parameters<Database['write']>[0]>[0]['insert']>[0],
  rows: T[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
    const some = rows.slice(at, at + ROWS_A_STATEMENT)
    await database.write(async (manager) => void (await manager.insert(entity, some)))
  }
}

/**
 * Members as the alerts feature would have left them: of each twenty one has no grant left and one has the topic off;
 * the others have two grants, so that a second notice would be noticed.
 */
export async function addAudience(database: Database, standIn: StandIn, recipients: number): Promise<Person[]> {
  const openids = await standIn.phones(recipients, 2)
  const people = openids.map((openid, at): Person => {
    const place = recipients < 20 ? 0 : at % 20
    return { memberId: newId(), openid, grants: place === 5 ? 0 : 2, subscribed: place !== 15 }
  })
  await insertAll(
    database,
    MemberEntity,
    people.map(({ memberId, openid }) => ({ id: memberId, openid, createdAt: 1, lastSeenAt: 1 })),
  )
  await insertAll(
    database,
    MemberTopicEntity,
    people.map(({ memberId, subscribed }) => ({ memberId, topic: 'new_events', subscribed, updatedAt: 1 })),
  )
  await insertAll(
    database,
    GrantBalanceEntity,
    people.map(({ memberId, grants }) => ({
      memberId,
      templateId: TEMPLATE_ID,
      available: grants,
      updatedAt: 1,
    })),
  )
  return people
}

/** A notice decided for everyone who has the topic on, day or night. */
export async function decideNotice(database: Database): Promise<string> {
  const id = await addNotice(database, { status: 'draft', templateId: TEMPLATE_ID })
  await database.write((manager) =>
    manager.update(
      NoticeEntity,
      { id },
      { templateValues: JSON.stringify(VALUES), atNight: true, status: 'preparing' },
    ),
  )
  return id
}

/** Errors are what a run is made of: they must not make the notice wait for staff. */
export async function neverPause(database: Database): Promise<void> {
  const rules = JSON.stringify({ quietHours: null, pauseAfterErrors: 1_000_000, reminders: [] })
  await database.write(async (manager) => {
    await manager.query("DELETE FROM setting WHERE name = 'notices'")
    await manager.query("INSERT INTO setting (name, value, updated_at) VALUES ('notices', ?, 0)", [rules])
  })
}

import type { EntityManager } from 'typeorm'
import { affectedRows } from '../affectedRows'

/** Removes a setting if it still has this value; true for the one caller who did. */
export async function takeSetting(manager: EntityManager, name: string, value: string): Promise<boolean> {
  return (await affectedRows(manager, 'DELETE FROM setting WHERE name = ? AND value = ?', [name, value])) === 1
}

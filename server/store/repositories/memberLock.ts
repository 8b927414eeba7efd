import type { EntityManager } from 'typeorm'
import { AppError } from '../../kernel/errors'
import { affectedRows } from '../affectedRows'

/**
 * Lets one writer at a time change what is kept about a member: what it reads afterwards is true until it commits, and
 * nobody leaves a row behind of a member who is being erased. An update, because it locks on every database (SQLite has
 * one writer anyway). False when the member is gone.
 */
export const tryLockMember = async (manager: EntityManager, memberId: string, now: number): Promise<boolean> =>
  (await affectedRows(manager, 'UPDATE member SET last_seen_at = ? WHERE id = ?', [now, memberId])) === 1

/** @throws AppError session_required when the member was erased meanwhile */
export async function lockMember(manager: EntityManager, memberId: string, now: number): Promise<void> {
  if (!(await tryLockMember(manager, memberId, now))) throw new AppError('session_required')
}

import type { ReceivedNotice, ReceivedPage } from '../../../shared/contract'
import type { FieldSource } from '../../../shared/domain/noticeDraft'
import { AppError } from '../../kernel/errors'
import type { ReceivedStore, StoredReceived } from './ports'

export interface ReceivedDeps {
  received: ReceivedStore
  /** What the fields of each template say. */
  fields: readonly { id: string; fields: readonly { key: string; source: FieldSource }[] }[]
}

const ID = /^[0-9a-hjkmnp-tv-z]{26}$/

const encode = (id: string): string => Buffer.from(id).toString('base64url')
function decode(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString('utf8')
  if (!ID.test(id)) throw new AppError('cursor_invalid')
  return id
}

/** What the notice itself called the event, should members no longer be able to read the article. */
function frozenTitle({ fields }: ReceivedDeps, { templateId, values }: StoredReceived): string {
  const template = fields.find(({ id }) => id === templateId)
  const key = template?.fields.find(({ source }) => source === 'title')?.key
  return (key === undefined ? undefined : values[key]) ?? Object.values(values)[0] ?? ''
}

const present = (deps: ReceivedDeps, row: StoredReceived): ReceivedNotice => ({
  id: row.id,
  kind: row.kind,
  title: row.publicTitle ?? frozenTitle(deps, row),
  article: row.publicTitle === null ? null : { id: row.articleId },
  state: row.isKnown ? 'sent' : 'unknown',
  at: new Date(row.at).toISOString(),
})

/**
 * What a member has got, or may have got, newest first.
 * @throws AppError cursor_invalid
 */
export async function listReceived(
  deps: ReceivedDeps,
  command: { memberId: string; cursor?: string; limit: number },
): Promise<ReceivedPage> {
  const { memberId, cursor, limit } = command
  const found = await deps.received.received(memberId, cursor === undefined ? null : decode(cursor), limit + 1)
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => present(deps, row)),
    nextCursor: found.length > shown.length && last !== undefined ? encode(last.id) : null,
  }
}

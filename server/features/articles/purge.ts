import { BIN_DAYS } from '../../../shared/domain/bin'
import { DAY_MS } from '../../../shared/domain/time'
import type { AuditEntry } from '../../kernel/audit'
import type { Clock } from '../../kernel/clock'
import { AppError } from '../../kernel/errors'
import type { ArticleBin, PictureFiles } from './portsBin'
import { articleAudit, type Actor } from './saveArticle'

export interface PurgeDeps {
  bin: ArticleBin
  pictureFiles: PictureFiles
  clock: Clock
}

/** Rows first, then files, so that no row points at nothing. False: it was not in the bin any more. */
async function purge({ bin, pictureFiles }: PurgeDeps, id: string, audit: AuditEntry): Promise<boolean> {
  const files = await bin.purge(id, audit)
  if (files === null) return false
  for (const file of files) await pictureFiles.remove(file)
  return true
}

/** Removes an article from the bin for good, because an administrator said so. */
export async function purgeArticle(deps: PurgeDeps, id: string, actor: Actor): Promise<Record<never, never>> {
  const found = await deps.bin.find(id)
  const audit = articleAudit(deps, actor, 'purge', id, { title: found?.title ?? '' })
  if (found === null || !(await purge(deps, id, audit))) throw new AppError('article_not_found')
  return {}
}

/** Removes up to `limit` articles that have been in the bin long enough; returns how many were looked at. */
export async function purgeOld(deps: PurgeDeps, limit: number): Promise<number> {
  const ids = await deps.bin.since(deps.clock.now() - BIN_DAYS * DAY_MS, limit)
  for (const id of ids) {
    const found = await deps.bin.find(id)
    const subject = { subjectType: 'article', subjectId: id } as const
    const entry = { at: deps.clock.now(), staffId: null, action: 'article.purge', ...subject, address: '' }
    if (found !== null) await purge(deps, id, { ...entry, detail: { title: found.title, because: 'bin_days' } })
  }
  return ids.length
}

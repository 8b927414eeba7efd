import type { Audience, NoticeDetail, NoticeSummary } from '../../../shared/contract'
import type { NoticeKind } from '../../../shared/domain/notice'
import type { NoticeTemplate } from '../../../shared/domain/noticeDraft'
import { TEMPLATE_OF_NOTICE, TOPIC_OF_TEMPLATE } from '../../../shared/domain/topics'
import { AppError } from '../../kernel/errors'
import { decodeCursor, encodeCursor } from './cursor'
import type { NoticeStore } from './ports'
import { presentNotice, presentNoticeDetail } from './presenter'

export interface NoticeDeps {
  store: NoticeStore
  templates: readonly NoticeTemplate[]
}

/** Who would get a notice of this kind if it were decided now. */
export async function countAudience({ store, templates }: NoticeDeps, kind: NoticeKind): Promise<Audience> {
  const templateKind = TEMPLATE_OF_NOTICE[kind]
  const template = templates.find((entry) => entry.kind === templateKind)
  return store.audience(TOPIC_OF_TEMPLATE[templateKind], template?.id ?? '')
}

/** One page of notices, newest first. */
export async function listNotices(
  { store }: NoticeDeps,
  query: { cursor?: string; limit: number },
): Promise<{ items: NoticeSummary[]; nextCursor: string | null }> {
  const before = query.cursor === undefined ? null : decodeCursor(query.cursor)
  const found = await store.list(before, query.limit + 1)
  const page = found.slice(0, query.limit)
  const counts = await store.counts(page.map((notice) => notice.id))
  const last = page.at(-1)
  return {
    items: page.map((notice) => presentNotice(notice, counts.get(notice.id))),
    nextCursor: found.length > page.length && last !== undefined ? encodeCursor(last.id) : null,
  }
}

/** @throws AppError notice_not_found */
export async function showNotice({ store, templates }: NoticeDeps, id: string): Promise<NoticeDetail> {
  const notice = await store.find(id)
  if (notice === null) throw new AppError('notice_not_found')
  const [counts, reasons] = await Promise.all([store.counts([id]), store.reasons(id)])
  const template = templates.find((entry) => entry.id === notice.templateId) ?? null
  return presentNoticeDetail(notice, counts.get(id), reasons, template)
}

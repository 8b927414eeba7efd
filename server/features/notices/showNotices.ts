import type { Audience, NoticeDetail, NoticeSummary } from '../../../shared/contract'
import { isNoticeOver, type NoticeKind } from '../../../shared/domain/notice'
import type { NoticeTemplate } from '../../../shared/domain/noticeDraft'
import { quietUntil } from '../../../shared/domain/noticeRules'
import { TEMPLATE_OF_NOTICE, TOPIC_OF_TEMPLATE } from '../../../shared/domain/topics'
import type { Clock } from '../../kernel/clock'
import { AppError } from '../../kernel/errors'
import { decodeCursor, encodeCursor } from './cursor'
import type { NoticeStore, StoredNotice } from './ports'
import type { NoticeRulesStore } from './portsDesk'
import { presentNotice, presentNoticeDetail } from './presenter'

export interface NoticeDeps {
  store: NoticeStore
  rules: NoticeRulesStore
  templates: readonly NoticeTemplate[]
  clock: Clock
}

export const templateFor = (templates: readonly NoticeTemplate[], kind: NoticeKind): NoticeTemplate | null =>
  templates.find((entry) => entry.kind === TEMPLATE_OF_NOTICE[kind]) ?? null

/** Who would get a notice of this kind if it were decided now; about an article, who of those told of it. */
export async function countAudience(
  { store, templates }: Pick<NoticeDeps, 'store' | 'templates'>,
  { kind, articleId }: { kind: NoticeKind; articleId?: string },
): Promise<Audience> {
  const topic = TOPIC_OF_TEMPLATE[TEMPLATE_OF_NOTICE[kind]]
  const templateId = templateFor(templates, kind)?.id ?? ''
  return articleId === undefined || kind === 'preview'
    ? store.audience(topic, templateId)
    : store.audienceTold(articleId, kind, topic, templateId)
}

/** One page of notices, newest first. */
export async function listNotices(
  { store }: Pick<NoticeDeps, 'store'>,
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
export async function findNotice({ store }: Pick<NoticeDeps, 'store'>, id: string): Promise<StoredNotice> {
  const notice = await store.find(id)
  if (notice === null) throw new AppError('notice_not_found')
  return notice
}

/** Until when quiet hours hold a notice that would go out now; null when they do not. */
async function heldUntil({ rules, clock }: NoticeDeps, notice: StoredNotice): Promise<number | null> {
  const now = clock.now()
  const isComing = notice.status === 'scheduled' && (notice.scheduledAt ?? 0) > now
  if (notice.atNight || isNoticeOver(notice.status) || notice.status === 'paused' || isComing) return null
  return quietUntil((await rules.read()).quietHours, now)
}

/** @throws AppError notice_not_found */
export async function showNotice(deps: NoticeDeps, id: string): Promise<NoticeDetail> {
  const { store, templates } = deps
  const notice = await findNotice(deps, id)
  const [counts, reasons, canStillGet, quiet] = await Promise.all([
    store.counts([id]),
    store.reasons(id),
    isNoticeOver(notice.status) ? store.canStillGet(id) : 0,
    heldUntil(deps, notice),
  ])
  const template = templates.find((entry) => entry.id === notice.templateId) ?? null
  return presentNoticeDetail(notice, { counts: counts.get(id), reasons, template, canStillGet, quietUntil: quiet })
}

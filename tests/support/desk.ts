import type { NoticeDetail, StaffArticle } from '../../shared/contract'
import { isNoticeOver } from '../../shared/domain/notice'
import { eventArticle } from './factories'
import { keepDraft, type StaffBrowser } from './staff'
import { until } from './until'

type Input = Parameters<typeof eventArticle>[0]

/** An event that members can read, announced to nobody. */
export async function publishEvent(staff: StaffBrowser, more: Input = {}): Promise<StaffArticle> {
  const draft = await keepDraft(staff, eventArticle(more))
  const json = { version: draft.version, notice: null }
  const published = await staff.call<StaffArticle>('POST', `/api/admin/articles/${draft.id}/publish`, { json })
  if (published.status !== 200) throw new Error(`not published: ${JSON.stringify(published.body)}`)
  return published.body
}

/** Values that every field of the reminder template takes. */
export const reminderValues = (): Record<string, string> => ({
  thing1: '社工督导沙龙',
  time2: '2026年12月1日 14:00~16:00',
  thing3: '协会活动室',
  thing4: '请准时参加',
})

export const detailOf = async (staff: StaffBrowser, id: string): Promise<NoticeDetail> =>
  (await staff.call<NoticeDetail>('GET', `/api/admin/notices/${id}`)).body

/** Waits until the engine has brought a notice to its end. */
export const untilOver = (staff: StaffBrowser, id: string, patienceMs?: number): Promise<NoticeDetail> =>
  until(
    () => detailOf(staff, id),
    ({ status }) => isNoticeOver(status),
    patienceMs,
  )

/** Values that every field of the change template takes. */
export const changeValues = (): Record<string, string> => ({
  thing1: '社工督导沙龙',
  phrase2: '安排调整',
  time3: '2026年12月2日 14:00~16:00',
  thing4: '协会二楼会议室',
})

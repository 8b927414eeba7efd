import type { ArticleRevisionDetail } from '../../../../shared/contract'
import { formatDateTime } from '../../../../shared/domain/time'

const NONE = '（无）'
const time = (iso: string): string => formatDateTime(Date.parse(iso))

/** Everything of a save but title and body, in words, in the order of the editor. */
export function fieldsOf({ channel, publisher, summary, cover, pinned, event }: ArticleRevisionDetail) {
  const fields: [name: string, words: string][] = [
    ['栏目', channel?.name ?? NONE],
    ['发布单位', publisher],
    ['摘要', summary || NONE],
    ['封面图片', cover === null ? NONE : cover.alt || '已设置'],
    ['置顶', pinned ? '是' : '否'],
  ]
  if (event === null) return fields
  const { location } = event
  return [
    ...fields,
    ['开始时间', time(event.startsAt)],
    ['结束时间', time(event.endsAt)],
    ['地点', event.venue],
    ['详细地址', event.address ?? NONE],
    ['地图位置', location === null ? NONE : `${location.latitude}, ${location.longitude}`],
    ['报名截止', event.signupDeadline === null ? NONE : time(event.signupDeadline)],
    ['活动状态', event.decision === 'cancelled' ? '已取消' : '照常举行'],
  ] satisfies [string, string][]
}

/** The fields in which two saves differ; a cover that was changed for another counts, whatever it is called. */
export function changedFields(before: ArticleRevisionDetail, after: ArticleRevisionDetail) {
  const [old, now] = [new Map(fieldsOf(before)), new Map(fieldsOf(after))]
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((name) => ({ name, before: old.get(name) ?? NONE, after: now.get(name) ?? NONE }))
    .filter(
      (field) => field.before !== field.after || (field.name === '封面图片' && before.cover?.id !== after.cover?.id),
    )
}

import type { ArticleRevisionDetail } from '../../../../shared/contract'
import { t } from '../../ui/language'
import { dateTimeWords } from '../../ui/dates'

const none = (): string => t('（无）', '(none)')
const time = (iso: string): string => dateTimeWords(Date.parse(iso))

/** Everything of a save but title and body, in words, in the order of the editor. */
export function fieldsOf({ channel, publisher, summary, cover, pinned, event }: ArticleRevisionDetail) {
  const fields: [name: string, words: string][] = [
    [t('栏目', 'Channel'), channel?.name ?? none()],
    [t('发布单位', 'Publisher'), publisher],
    [t('摘要', 'Summary'), summary || none()],
    [t('封面图片', 'Cover picture'), cover === null ? none() : cover.alt || t('已设置', 'set')],
    [t('置顶', 'Pinned'), pinned ? t('是', 'yes') : t('否', 'no')],
  ]
  if (event === null) return fields
  const { location } = event
  return [
    ...fields,
    [t('开始时间', 'Start'), time(event.startsAt)],
    [t('结束时间', 'End'), time(event.endsAt)],
    [t('地点', 'Venue'), event.venue],
    [t('详细地址', 'Address'), event.address ?? none()],
    [t('地图位置', 'Place on the map'), location === null ? none() : `${location.latitude}, ${location.longitude}`],
    [t('报名截止', 'Sign-up deadline'), event.signupDeadline === null ? none() : time(event.signupDeadline)],
    [t('名额说明', 'Places'), event.capacityNote ?? none()],
    [
      t('活动状态', 'The event is'),
      event.decision === 'cancelled' ? t('已取消', 'Cancelled') : t('照常举行', 'on as planned'),
    ],
  ] satisfies [string, string][]
}

/** The fields in which two saves differ; a cover that was changed for another counts, whatever it is called. */
export function changedFields(before: ArticleRevisionDetail, after: ArticleRevisionDetail) {
  const [old, now] = [new Map(fieldsOf(before)), new Map(fieldsOf(after))]
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((name) => ({ name, before: old.get(name) ?? none(), after: now.get(name) ?? none() }))
    .filter(
      (field) =>
        field.before !== field.after ||
        (field.name === t('封面图片', 'Cover picture') && before.cover?.id !== after.cover?.id),
    )
}

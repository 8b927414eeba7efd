import type { CheckCode } from '../domain/articleChecks'
import type { Phrase } from './statuses'

/** What somebody should look at once more before an article is public. `{found}`: what was found. */
export const CHECKS: Record<CheckCode | 'link_dead' | 'link_refused' | 'link_unclear' | 'pictures_held', Phrase> = {
  title_long: { zh: '标题较长，手机列表里会被截断。', en: 'The title is cut off in lists.' },
  cover_missing: { zh: '没有封面图片，列表和转发卡片会比较单调。', en: 'There is no cover picture.' },
  cover_alt_missing: {
    zh: '封面缺少文字说明，请在图片库中补上。',
    en: 'The cover has no alternative text; write it in the library.',
  },
  picture_alt_missing: {
    zh: '正文第 {found} 张图片缺少文字说明。',
    en: 'Picture {found} of the text has no alternative text.',
  },
  pictures_held: {
    zh: '有 {found} 张图片还没有带入，现在发布会缺少它们。',
    en: '{found} pictures are not in our storage yet and would be missing.',
  },
  phone_odd: { zh: '电话号码“{found}”位数不对，请核对。', en: 'The telephone number “{found}” does not look right.' },
  event_past: { zh: '活动开始时间已经过去。', en: 'The event’s start has passed.' },
  event_long: { zh: '活动持续超过 14 天，请核对结束时间。', en: 'The event lasts more than 14 days.' },
  event_at_night: { zh: '活动在凌晨开始，请核对上午、下午。', en: 'The event begins in the small hours.' },
  deadline_past: { zh: '报名截止时间已经过去。', en: 'The sign-up deadline has passed.' },
  deadline_after_start: { zh: '报名截止时间晚于活动开始。', en: 'The sign-up deadline is after the start.' },
  current_affairs: {
    zh: '出现“{found}”。小程序没有时政资质，请确认不是时政内容。',
    en: 'The text says “{found}”; WeChat allows no current affairs without a licence.',
  },
  link_dead: { zh: '链接打不开：{found}', en: 'This link is dead: {found}' },
  link_refused: { zh: '会员打不开这个链接：{found}', en: 'Members cannot reach this link: {found}' },
  link_unclear: { zh: '未能确认链接是否有效，请点开看看：{found}', en: 'This link could not be confirmed: {found}' },
}

import { DAY_MS, HOUR_MS } from '../../shared/domain/time'
import type { ArticleInput } from '../../shared/contract'

type EventInput = NonNullable<ArticleInput['event']>

/** An event in a week, as an editor fills it in. */
export const eventInput = (more: Partial<EventInput> = {}): EventInput => ({
  startsAt: new Date(Date.now() + 7 * DAY_MS).toISOString(),
  endsAt: new Date(Date.now() + 7 * DAY_MS + 2 * HOUR_MS).toISOString(),
  venue: '协会活动室',
  address: '珠海市香洲区人民东路112号',
  location: null,
  signupDeadline: null,
  decision: 'scheduled',
  ...more,
})

export const articleInput = (more: Partial<ArticleInput> = {}): ArticleInput => ({
  channel: 'notices',
  title: '关于办公时间调整的通知',
  summary: '',
  publisher: '珠海市社会工作协会',
  bodyHtml: '<p>自下周起，办公时间有所调整。</p>',
  coverId: null,
  pinned: false,
  event: null,
  ...more,
})

export const eventArticle = (more: Partial<ArticleInput> = {}): ArticleInput =>
  articleInput({ channel: 'events', title: '社工督导沙龙', event: eventInput(), ...more })

/** Values that every field of the preview template takes. */
export const noticeValues = (more: Record<string, string> = {}): Record<string, string> => ({
  thing1: '社工督导沙龙',
  time2: '2026年12月1日 14:00~16:00',
  thing3: '协会活动室',
  thing4: '名额有限，请尽早报名',
  ...more,
})

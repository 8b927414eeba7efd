import type { EventState } from '../domain/event'
import type { DeliveryReason, DeliveryState, NoticeKind, NoticeStatus, PauseReason } from '../domain/notice'
import type { Topic } from '../domain/topics'

export interface Phrase {
  zh: string
  en: string
}

export const EVENT_STATES: Record<EventState, Phrase> = {
  upcoming: { zh: '未开始', en: 'Upcoming' },
  closed: { zh: '报名已截止', en: 'Sign-up closed' },
  on_now: { zh: '正在进行', en: 'On now' },
  ended: { zh: '已结束', en: 'Ended' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
}

export const ARTICLE_STATUSES: Record<'draft' | 'published' | 'withdrawn', Phrase> = {
  draft: { zh: '草稿', en: 'Draft' },
  published: { zh: '已发布', en: 'Published' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}

export const STAFF_ROLES: Record<'writer' | 'editor' | 'administrator', Phrase> = {
  writer: { zh: '撰稿', en: 'Writer' },
  editor: { zh: '编辑', en: 'Editor' },
  administrator: { zh: '管理员', en: 'Administrator' },
}

export const NOTICE_KINDS: Record<NoticeKind, Phrase> = {
  preview: { zh: '活动预告', en: 'Event preview' },
  reminder: { zh: '活动提醒', en: 'Reminder' },
  change: { zh: '活动变更', en: 'Change' },
  cancellation: { zh: '活动取消', en: 'Cancellation' },
}

export const NOTICE_STATUSES: Record<NoticeStatus, Phrase> = {
  draft: { zh: '草稿', en: 'Draft' },
  scheduled: { zh: '已定时', en: 'Scheduled' },
  preparing: { zh: '正在确定名单', en: 'Preparing' },
  running: { zh: '正在发送', en: 'Sending' },
  paused: { zh: '已暂停', en: 'Paused' },
  finished: { zh: '已完成', en: 'Finished' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  halted: { zh: '已中止', en: 'Halted' },
}

export const PAUSE_REASONS: Record<PauseReason, Phrase> = {
  staff: { zh: '由工作人员暂停', en: 'Paused by staff' },
  errors: { zh: '连续发送失败，已自动暂停', en: 'Paused after a run of errors' },
  restored: { zh: '从备份恢复，等待确认', en: 'Restored from a backup; waits for staff' },
}

export const DELIVERY_STATES: Record<DeliveryState, Phrase> = {
  pending: { zh: '等待发送', en: 'Waiting' },
  sending: { zh: '正在发送', en: 'Sending' },
  sent: { zh: '已送出', en: 'Sent' },
  rejected: { zh: '微信拒收', en: 'Rejected' },
  failed: { zh: '未送达', en: 'Failed' },
  unknown: { zh: '结果未知', en: 'Unknown' },
  unconfirmed: { zh: '无法确认', en: 'Unconfirmed' },
  skipped: { zh: '未发送', en: 'Skipped' },
}

export const DELIVERY_REASONS: Record<DeliveryReason, Phrase> = {
  accepted: { zh: '微信已接收', en: 'WeChat accepted it' },
  confirmed: { zh: '微信确认已送达', en: 'WeChat confirmed delivery' },
  not_subscribed: { zh: '会员未订阅或提醒次数已用完', en: 'Not subscribed, or grants used up' },
  invalid_openid: { zh: '微信账号标识无效', en: 'The openid is not valid' },
  template_invalid: { zh: '订阅模板不存在或已停用', en: 'The template is not valid' },
  page_invalid: { zh: '通知要打开的页面尚未发布', en: 'The page is not in the released version' },
  value_invalid: { zh: '通知内容不符合模板要求', en: 'A value breaks its field’s rule' },
  banned: { zh: '订阅消息能力或模板被微信封禁', en: 'The ability or the template is banned' },
  no_grant: { zh: '没有剩余提醒次数', en: 'No grant left' },
  unsubscribed: { zh: '会员已关闭此类提醒', en: 'The member turned this off' },
  erased: { zh: '会员数据已清除', en: 'The member was erased' },
  notice_cancelled: { zh: '通知已取消', en: 'The notice was cancelled' },
  notice_halted: { zh: '通知已中止', en: 'The notice was halted' },
  budget_spent: { zh: '多次尝试均未能发出', en: 'Could not be sent within the tries allowed' },
  content_refused: { zh: '内容被微信判定为敏感或过于频繁', en: 'WeChat refused the content' },
  no_answer: { zh: '已发出请求，但未收到微信答复', en: 'The request left and no answer came' },
  garbled_answer: { zh: '微信的答复无法识别', en: 'WeChat’s answer could not be read' },
  system_busy: { zh: '微信系统繁忙，无法确定是否已发出', en: 'WeChat was busy; it may have been sent' },
  worker_lost: { zh: '发送过程中程序中断', en: 'The process died while sending' },
  wechat_failed: { zh: '微信通知投递失败', en: 'WeChat reported a failed delivery' },
  staff_decision: { zh: '由工作人员认定', en: 'Settled by staff' },
  no_event_72h: { zh: '72 小时内未收到微信回执', en: 'No event within 72 hours' },
  restored: { zh: '从备份恢复，之前是否已发出不确定', en: 'Restored from a backup; may have been sent before' },
}

export const TOPICS: Record<Topic, { title: Phrase; description: Phrase }> = {
  new_events: {
    title: { zh: '新活动预告', en: 'New events' },
    description: { zh: '协会发布新活动时，通过微信告诉您。', en: 'Told when a new event is announced.' },
  },
  event_reminder: {
    title: { zh: '活动开始前提醒', en: 'Event reminders' },
    description: { zh: '您关注的活动临近时提醒您按时参加。', en: 'Reminded before an event that you follow.' },
  },
  event_change: {
    title: { zh: '活动变更与取消', en: 'Changes and cancellations' },
    description: { zh: '活动的时间、地点调整或取消时及时通知您。', en: 'Told when an event moves or is cancelled.' },
  },
}

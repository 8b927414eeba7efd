import { RETENTION_DAYS } from './retention'

/**
 * What the server keeps about a member: the one list behind the privacy page, and what a test compares with the
 * tables. A column that holds or hangs on a member and does not stand here is a defect, and so is the reverse.
 */
export const STORED_KINDS = [
  'identity',
  'consent',
  'sessions',
  'topics',
  'grants',
  'answers',
  'eventChoices',
  'deliveries',
  'binding',
] as const
export type StoredKind = (typeof STORED_KINDS)[number]

export interface StoredData {
  /** What it is called on the privacy page. */
  title: string
  /** What is kept, in words. */
  what: string
  /** What it is needed for. */
  purpose: string
  /** How long it is kept. */
  retention: string
  /** Columns by table, as the database names them. */
  tables: Readonly<Record<string, readonly string[]>>
}

const UNTIL_ERASED = '保存至您清除数据时。'

export const STORED_DATA: Readonly<Record<StoredKind, StoredData>> = {
  identity: {
    title: '微信账号标识',
    what: '微信为本小程序生成的一串标识（openid）、首次和最近一次使用的时间。不含姓名、手机号和头像。',
    purpose: '让微信知道把通知送给谁。',
    retention: UNTIL_ERASED,
    tables: { member: ['id', 'openid', 'created_at', 'last_seen_at'] },
  },
  consent: {
    title: '同意记录',
    what: '您同意或撤回的隐私说明版本和时间。',
    purpose: '证明我们是在您同意之后处理信息的。',
    retention: UNTIL_ERASED,
    tables: { member_consent: ['id', 'member_id', 'version', 'given_at', 'withdrawn_at'] },
  },
  sessions: {
    title: '登录状态',
    what: '登录凭证的摘要、微信会话密钥（加密保存）、登录时间和到期时间。',
    purpose: '让您不必每次都重新登录，并为手机日历中的链接签名。',
    retention: '30 天后失效，随后自动删除。',
    tables: { member_session: ['token_hash', 'member_id', 'created_at', 'expires_at', 'session_key'] },
  },
  topics: {
    title: '提醒开关',
    what: '您开启或关闭了哪些提醒，以及更改时间。',
    purpose: '只发送您想收到的通知。',
    retention: UNTIL_ERASED,
    tables: { member_topic: ['member_id', 'topic', 'subscribed', 'updated_at'] },
  },
  grants: {
    title: '剩余提醒次数',
    what: '每种通知还可以发送几次。',
    purpose: '微信规定每允许一次才能发送一条，需要计数。',
    retention: UNTIL_ERASED,
    tables: { grant_balance: ['member_id', 'template_id', 'available', 'updated_at'] },
  },
  answers: {
    title: '订阅选择',
    what: '您每次在微信订阅窗口中的选择和时间。',
    purpose: '核对提醒次数，避免多计或漏计。',
    retention: `最长保存 ${RETENTION_DAYS.answers} 天，到期自动删除。`,
    tables: {
      grant_answer: ['id', 'member_id', 'template_id', 'answer', 'source', 'matched', 'request_key', 'at'],
    },
  },
  eventChoices: {
    title: '单场活动的提醒',
    what: '您为哪些活动单独开启或关闭了提醒，以及更改时间。',
    purpose: '按您的选择在活动前提醒或不提醒您。',
    retention: `活动结束 ${RETENTION_DAYS.eventChoices} 天后自动删除。`,
    tables: { member_event_choice: ['member_id', 'article_id', 'remind', 'updated_at'] },
  },
  deliveries: {
    title: '通知送达记录',
    what: '发给您的每条通知、发送时间和微信返回的结果。',
    purpose: '保证不漏发、不重发，并让您查看收到过的通知。',
    retention: `活动结束后最长保存 ${RETENTION_DAYS.deliveries} 天，之后只留下不含个人信息的统计数字。`,
    tables: {
      delivery: [
        'id',
        'notice_id',
        'member_id',
        'template_id',
        'state',
        'reason',
        'grant_state',
        'attempts',
        'token_waits',
        'rate_waits',
        'worker_id',
        'not_before',
        'open_key',
        'msgid',
        'created_at',
        'sending_at',
        'settled_at',
      ],
    },
  },
  binding: {
    title: '工作人员绑定',
    what: '仅限协会工作人员：您的微信与哪个工作人员账号绑定，以及绑定时间。',
    purpose: '发出通知之前，先把它发给撰写的工作人员本人核对。',
    retention: '保存至解除绑定、账号停用、撤回同意或清除数据时。',
    tables: { staff_binding: ['staff_id', 'member_id', 'bound_at'] },
  },
}

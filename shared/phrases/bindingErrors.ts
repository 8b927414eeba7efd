import type { ErrorPhrase } from './errorPhrase'

/** Binding a WeChat identity to a staff account, and sending a notice to it first. */
export const BINDING_ERRORS = {
  binding_code_unknown: {
    status: 404,
    zh: '没有找到这个绑定码，可能早已失效。请在后台“账号与安全”中重新生成。',
    en: 'There is no such binding code; make a new one on your account page.',
  },
  binding_code_used: {
    status: 410,
    zh: '这个绑定码已经用过，每个码只能绑定一次。需要时请在后台重新生成。',
    en: 'This binding code was used already; each binds once. Make a new one if you need it.',
  },
  binding_code_expired: {
    status: 410,
    zh: '这个绑定码已过期，或已被更新的码取代。请在后台重新生成。',
    en: 'This binding code has expired or a newer one took its place. Make a new one.',
  },
  binding_staff_disabled: {
    status: 403,
    zh: '这个工作人员账号已停用，不能绑定。请联系管理员。',
    en: 'This staff account is closed and cannot be bound; ask an administrator.',
  },
  binding_member_taken: {
    status: 409,
    zh: '这个微信已绑定到另一位工作人员。请先由对方在后台解除绑定。',
    en: 'This WeChat account is bound to another colleague, who has to unbind it first.',
  },
  binding_missing: {
    status: 409,
    zh: '您还没有绑定微信，不能先发给自己。',
    en: 'Your WeChat is not bound, so nothing can be sent to you first.',
  },
  test_no_grant: {
    status: 409,
    zh: '您的微信没有这类通知的剩余提醒次数。请在手机上打开小程序的“提醒”，点一次“允许”，再回来发送。',
    en: 'Your WeChat has no grant left for this kind of notice. Open the bell tab of the mini-program, allow once, and come back.',
  },
  test_open: {
    status: 409,
    zh: '上一条发给您的同类通知还没有结果，为避免重复，请先等它有结果。',
    en: 'An earlier notice of this kind to you has no outcome yet; so that none is repeated, wait for it first.',
  },
  test_not_found: { status: 404, zh: '没有找到这条测试。', en: 'There is no such test.' },
  test_move: {
    status: 409,
    zh: '这条测试的状态已经变化，不能再这样处理。',
    en: 'This test has moved on; that cannot be done any more.',
  },
} as const satisfies Record<string, ErrorPhrase>

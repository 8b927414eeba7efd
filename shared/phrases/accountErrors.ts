import type { ErrorPhrase } from './errorPhrase'

/** Logging in, accounts of staff, and their second step. */
export const ACCOUNT_ERRORS = {
  setup_done: {
    status: 409,
    zh: '首位管理员已经设置完成，请直接登录。',
    en: 'The first administrator exists already.',
  },
  setup_code_wrong: {
    status: 403,
    zh: '设置码不正确，请查看服务器启动时显示的设置码。',
    en: 'The set-up code is wrong.',
  },
  login_failed: { status: 401, zh: '账号或密码不正确。', en: 'The account or the password is wrong.' },
  login_throttled: { status: 429, zh: '尝试次数过多，请稍后再试。', en: 'Too many attempts; try again later.' },
  staff_not_found: { status: 404, zh: '没有找到这位工作人员。', en: 'There is no such colleague.' },
  staff_disabled: { status: 409, zh: '账号已停用，请先恢复账号。', en: 'This account is closed; open it first.' },
  staff_last_administrator: {
    status: 409,
    zh: '这是最后一位管理员，不能停用或更换角色。请先指定另一位管理员。',
    en: 'This is the last administrator; appoint another one first.',
  },
  staff_session_not_found: { status: 404, zh: '这次登录已经结束。', en: 'This session has ended already.' },
  invitation_not_found: { status: 404, zh: '邀请已被使用、撤回或过期。', en: 'There is no such invitation.' },
  link_invalid: {
    status: 410,
    zh: '链接已失效：可能已被使用、撤回或过期。请向管理员索取新的链接。',
    en: 'This link was used, taken back or has expired.',
  },
  login_taken: { status: 409, zh: '这个账号已被使用，请换一个。', en: 'This login is taken.' },
  password_wrong: { status: 403, zh: '当前密码不正确。', en: 'The current password is wrong.' },
  second_step_wrong: {
    status: 403,
    zh: '验证码不正确或已经使用过，请输入应用中最新的验证码。',
    en: 'The code is wrong or was used already.',
  },
  second_step_expired: {
    status: 410,
    zh: '等待时间过长，请重新输入账号和密码。',
    en: 'This login has expired; begin again.',
  },
  two_step_on: {
    status: 409,
    zh: '两步验证已经启用。要更换手机，请先关闭再重新启用。',
    en: 'The second step is on already.',
  },
  two_step_not_begun: {
    status: 409,
    zh: '两步验证的状态已有变动，请刷新页面后重试。',
    en: 'The second step is not in the state that this needs.',
  },
  two_step_required: {
    status: 403,
    zh: '管理员必须启用两步验证，请先在“账号与安全”中启用。',
    en: 'Administrators have to log in with two steps.',
  },
  two_step_self_first: {
    status: 409,
    zh: '请先为您自己的账号启用两步验证。',
    en: 'Turn the second step on for your own account first.',
  },
  two_step_reset_self: {
    status: 409,
    zh: '不能重置自己的两步验证，请在“账号与安全”中用密码和验证码关闭。',
    en: 'Turn your own second step off with password and code.',
  },
} as const satisfies Record<string, ErrorPhrase>

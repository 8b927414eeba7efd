import type { Colleague, StaffRole } from '../../../../shared/contract'
import { STAFF_ROLES, type Phrase } from '../../../../shared/phrases'
import { t } from '../../ui/language'

export interface Question {
  title: string
  text: string
  yes: string
  danger: boolean
}

export const ROLES: readonly StaffRole[] = ['writer', 'editor', 'administrator']

export const ROLE_HINTS: Record<StaffRole, Phrase> = {
  writer: { zh: '写草稿、改草稿、上传图片，不能发布。', en: 'Writes drafts and uploads pictures, cannot publish.' },
  editor: {
    zh: '撰稿的全部，加上发布、撤回和发通知。',
    en: 'All that writers do, and publishes, withdraws and sends notices.',
  },
  administrator: {
    zh: '编辑的全部，加上设置、工作人员和操作日志。',
    en: 'All that editors do, and settings, staff and the audit log.',
  },
}

/** What a step leads to, in words, before it is taken. */
export const roleQuestion = ({ name, role }: Colleague, next: StaffRole): Question => ({
  title: t(`将 ${name} 改为${t(STAFF_ROLES[next])}？`, `Make ${name} ${t(STAFF_ROLES[next])}?`),
  text: t(
    `现在是${t(STAFF_ROLES[role])}。更换后：${t(ROLE_HINTS[next])}对方需要重新登录。`,
    `Now ${t(STAFF_ROLES[role])}. Afterwards: ${t(ROLE_HINTS[next])} They have to log in again.`,
  ),
  yes: t('更换角色', 'Change the role'),
  danger: false,
})

export const disableQuestion = ({ name }: Colleague): Question => ({
  title: t(`停用 ${name} 的账号？`, `Close the account of ${name}?`),
  text: t(
    '对方会立即退出登录，不能再进入后台；写过的文章和操作记录都会保留。之后可以随时恢复。',
    'They are logged out at once and cannot come back; articles and log entries stay. You can open the account again at any time.',
  ),
  yes: t('停用账号', 'Close the account'),
  danger: true,
})

export const endSessionsQuestion = ({ name }: Colleague): Question => ({
  title: t(`让 ${name} 在所有设备上退出登录？`, `Log ${name} out on all devices?`),
  text: t(
    '对方需要重新登录才能继续；正在编辑的内容会留在对方的浏览器里。',
    'They have to log in again to go on; what they are writing stays in their browser.',
  ),
  yes: t('全部退出', 'Log out everywhere'),
  danger: true,
})

export const resetTwoStepQuestion = ({ name }: Colleague): Question => ({
  title: t(`重置 ${name} 的两步验证？`, `Reset two-step login of ${name}?`),
  text: t(
    '手机丢失且没有恢复码时使用，请先当面或打电话确认是本人要求。重置后，对方在所有设备上退出登录，下次登录只需要密码，之后可以重新启用。',
    'For a lost phone. Make sure that they ask for it themselves. They are logged out everywhere and log in by password.',
  ),
  yes: t('重置两步验证', 'Reset'),
  danger: true,
})

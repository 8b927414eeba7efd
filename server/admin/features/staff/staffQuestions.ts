import type { Colleague, StaffRole } from '../../../../shared/contract'
import { STAFF_ROLES } from '../../../../shared/phrases'
import { t } from '../../ui/language'

export interface Question {
  title: string
  text: string
  yes: string
  danger: boolean
}

export const ROLES: readonly StaffRole[] = ['writer', 'editor', 'administrator']

export const ROLE_HINTS: Record<StaffRole, string> = {
  writer: '写草稿、改草稿、上传图片，不能发布。',
  editor: '撰稿的全部，加上发布、撤回和发通知。',
  administrator: '编辑的全部，加上设置、工作人员和操作日志。',
}

/** What a step leads to, in words, before it is taken. */
export const roleQuestion = ({ name, role }: Colleague, next: StaffRole): Question => ({
  title: `将 ${name} 改为${STAFF_ROLES[next].zh}？`,
  text: `现在是${STAFF_ROLES[role].zh}。更换后：${ROLE_HINTS[next]}对方需要重新登录。`,
  yes: '更换角色',
  danger: false,
})

export const disableQuestion = ({ name }: Colleague): Question => ({
  title: `停用 ${name} 的账号？`,
  text: '对方会立即退出登录，不能再进入后台；写过的文章和操作记录都会保留。之后可以随时恢复。',
  yes: '停用账号',
  danger: true,
})

export const endSessionsQuestion = ({ name }: Colleague): Question => ({
  title: `让 ${name} 在所有设备上退出登录？`,
  text: '对方需要重新登录才能继续；正在编辑的内容会留在对方的浏览器里。',
  yes: '全部退出',
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

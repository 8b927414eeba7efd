import type { Phrase } from '../../../../shared/phrases'

/** The parts of the settings, for their own navigation and for the command palette. */
export const SETTINGS_PARTS: { to: string; name: Phrase }[] = [
  { to: '/settings', name: { zh: '通知', en: 'Notices' } },
  { to: '/settings/organisation', name: { zh: '机构', en: 'Organisation' } },
  { to: '/settings/contact', name: { zh: '联系方式', en: 'Contact card' } },
  { to: '/settings/channels', name: { zh: '栏目', en: 'Channels' } },
  { to: '/settings/review', name: { zh: '审核', en: 'Review' } },
  { to: '/settings/templates', name: { zh: '微信模板', en: 'WeChat templates' } },
  { to: '/settings/sign-in', name: { zh: '登录', en: 'Login' } },
  { to: '/settings/backups', name: { zh: '备份', en: 'Backups' } },
]

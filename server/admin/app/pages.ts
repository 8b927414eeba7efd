import type { ComponentType } from 'react'
import type { StaffRole } from '../../../shared/contract'
import type { Phrase } from '../../../shared/phrases'
import { Bell, CalendarMark, Chart, Gear, LogBook, MoveIn, Page, People, Pictures, Queue } from '../ui/icons'

export interface ScreenEntry {
  to: string
  name: Phrase
  icon: ComponentType
  only?: StaffRole
}

/** Every screen that the frame leads to, in groups. */
export const SCREENS: { name: Phrase; screens: ScreenEntry[] }[] = [
  {
    name: { zh: '内容', en: 'Content' },
    screens: [
      { to: '/overview', name: { zh: '概览', en: 'Overview' }, icon: Chart },
      { to: '/articles', name: { zh: '文章', en: 'Articles' }, icon: Page },
      { to: '/calendar', name: { zh: '日历', en: 'Calendar' }, icon: CalendarMark },
      { to: '/media', name: { zh: '图片', en: 'Pictures' }, icon: Pictures },
    ],
  },
  {
    name: { zh: '消息', en: 'Messages' },
    screens: [
      { to: '/notices', name: { zh: '通知', en: 'Notices' }, icon: Bell },
      { to: '/queue', name: { zh: '发送队列', en: 'Sending queue' }, icon: Queue },
    ],
  },
  {
    name: { zh: '管理', en: 'House' },
    screens: [
      { to: '/staff', name: { zh: '人员', en: 'People' }, icon: People, only: 'administrator' },
      { to: '/move-in', name: { zh: '搬迁旧站', en: 'Move in' }, icon: MoveIn, only: 'administrator' },
      { to: '/audit', name: { zh: '操作日志', en: 'Audit log' }, icon: LogBook, only: 'administrator' },
      { to: '/settings', name: { zh: '设置', en: 'Settings' }, icon: Gear },
    ],
  },
]

export const screensFor = (role: StaffRole | undefined) =>
  SCREENS.map(({ name, screens }) => ({
    name,
    screens: screens.filter(({ only }) => only === undefined || only === role),
  }))

import { queryOptions } from '@tanstack/react-query'
import type { NoticeSettings } from '../../../shared/contract'
import { call } from './call'
import { t } from '../ui/language'

/** The house's rules for notices, which several screens explain. */
export const noticeSettingsQuery = queryOptions({
  queryKey: ['settings', 'notices'],
  queryFn: () => call('GET /api/admin/settings/notices', {}),
})

/** `22:00—次日 08:00` */
export function quietWords({ from, to }: NonNullable<NoticeSettings['quietHours']>): string {
  return from < to ? `${from}—${to}` : t(`${from}—次日 ${to}`, `${from}–${to} next day`)
}

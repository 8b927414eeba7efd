import { useQuery } from '@tanstack/react-query'
import { noticeSettingsQuery } from '../api/noticeSettings'
import { NoticeSettingsForm } from '../features/settings/NoticeSettingsForm'
import { t } from '../ui/language'
import { SettingsFrame } from './settings/SettingsFrame'

export function SettingsPage() {
  const settings = useQuery({ ...noticeSettingsQuery, refetchOnWindowFocus: false })
  return (
    <SettingsFrame title={t('通知设置', 'Notice settings')} settings={settings}>
      {(found, mayChange) => <NoticeSettingsForm settings={found} mayChange={mayChange} />}
    </SettingsFrame>
  )
}

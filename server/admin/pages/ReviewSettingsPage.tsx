import { useQuery } from '@tanstack/react-query'
import { reviewSettingsQuery } from '../features/review/queries'
import { ReviewSettingsForm } from '../features/review/ReviewSettingsForm'
import { t } from '../ui/language'
import { SettingsFrame } from './settings/SettingsFrame'

export function ReviewSettingsPage() {
  const settings = useQuery({ ...reviewSettingsQuery, refetchOnWindowFocus: false })
  return (
    <SettingsFrame title={t('审核设置', 'Review settings')} settings={settings}>
      {(found, mayChange) => <ReviewSettingsForm settings={found} mayChange={mayChange} />}
    </SettingsFrame>
  )
}

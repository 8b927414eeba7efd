import { useQuery } from '@tanstack/react-query'
import { SignInForm } from '../features/settings/SignInForm'
import { signInQuery } from '../features/settings/signInQueries'
import { t } from '../ui/language'
import { SettingsFrame } from './settings/SettingsFrame'

export function SignInSettingsPage() {
  const settings = useQuery(signInQuery)
  return (
    <SettingsFrame title={t('登录设置', 'Login')} settings={settings}>
      {(found, mayChange) => <SignInForm settings={found} mayChange={mayChange} />}
    </SettingsFrame>
  )
}

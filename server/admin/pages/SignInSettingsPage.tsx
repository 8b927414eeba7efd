import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { wordsFor } from '../api/errors'
import { sessionQuery } from '../features/session/queries'
import { SettingsNav } from '../features/settings/SettingsNav'
import { SignInForm } from '../features/settings/SignInForm'
import { signInQuery } from '../features/settings/signInQueries'
import { t } from '../ui/language'
import { PageHead } from '../ui/PageHead'
import { PageLoading, PageState } from '../ui/PageState'
import { useTitle } from '../ui/useTitle'

export function SignInSettingsPage() {
  useTitle(t('登录设置', 'Login'))
  const settings = useQuery(signInQuery)
  const session = useQuery(sessionQuery)
  if (settings.data === undefined) {
    return settings.error === null ? (
      <PageLoading />
    ) : (
      <PageState
        title={t('设置没有加载出来', 'The settings did not load')}
        text={wordsFor(settings.error)}
        action={<Button onClick={() => void settings.refetch()}>{t('重试', 'Try again')}</Button>}
      />
    )
  }
  return (
    <>
      <SettingsNav />
      <PageHead title={t('登录设置', 'Login')} />
      <SignInForm settings={settings.data} mayChange={session.data?.role === 'administrator'} />
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { wordsFor } from '../api/errors'
import { OrganisationForm } from '../features/house/OrganisationForm'
import { organisationQuery } from '../features/house/queries'

import { sessionQuery } from '../features/session/queries'
import { SettingsNav } from '../features/settings/SettingsNav'
import { t } from '../ui/language'
import { PageHead } from '../ui/PageHead'
import { PageLoading, PageState } from '../ui/PageState'
import { useTitle } from '../ui/useTitle'

export function OrganisationSettingsPage() {
  useTitle(t('机构资料', 'Organisation'))
  const settings = useQuery(organisationQuery)
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
      <PageHead title={t('机构资料', 'Organisation')} />
      <OrganisationForm settings={settings.data} mayChange={session.data?.role === 'administrator'} />
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { wordsFor } from '../api/errors'
import { ContactForm } from '../features/house/ContactForm'
import { contactQuery } from '../features/house/queries'
import { LibraryPicker } from '../features/media/LibraryPicker'
import { useLibraryPick } from '../features/media/useLibraryPick'
import { sessionQuery } from '../features/session/queries'
import { SettingsNav } from '../features/settings/SettingsNav'
import { t } from '../ui/language'
import { PageHead } from '../ui/PageHead'
import { PageLoading, PageState } from '../ui/PageState'
import { useTitle } from '../ui/useTitle'

export function ContactSettingsPage() {
  useTitle(t('联系方式', 'Contact card'))
  const settings = useQuery(contactQuery)
  const session = useQuery(sessionQuery)
  const library = useLibraryPick()
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
      <PageHead title={t('联系方式', 'Contact card')} />
      <ContactForm settings={settings.data} mayChange={session.data?.role === 'administrator'} pick={library.pick} />
      <LibraryPicker {...library.picker} />
    </>
  )
}

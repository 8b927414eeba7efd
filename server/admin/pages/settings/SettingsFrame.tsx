import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { wordsFor } from '../../api/errors'
import { sessionQuery } from '../../features/session/queries'
import { SettingsNav } from '../../features/settings/SettingsNav'
import { t } from '../../ui/language'
import { PageHead } from '../../ui/PageHead'
import { PageLoading, PageState } from '../../ui/PageState'
import { useTitle } from '../../ui/useTitle'

interface SettingsFrameProps<T> {
  title: string
  settings: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>
  /** Beside the title. */
  tools?: ReactNode
  /** Only administrators change settings; the others read them. */
  children: (settings: T, mayChange: boolean) => ReactNode
}

/** One part of the settings: the way to the others, its title, and what it holds once that is loaded. */
export function SettingsFrame<T>({ title, settings, tools, children }: SettingsFrameProps<T>) {
  useTitle(title)
  const session = useQuery(sessionQuery)
  if (settings.data === undefined) {
    return settings.error === null ? (
      <PageLoading />
    ) : (
      <PageState
        title={t('设置没有加载出来', 'The settings could not be loaded')}
        text={wordsFor(settings.error)}
        action={<Button onClick={() => void settings.refetch()}>{t('重试', 'Try again')}</Button>}
      />
    )
  }
  return (
    <>
      <SettingsNav />
      <PageHead title={title}>{tools}</PageHead>
      {children(settings.data, session.data?.role === 'administrator')}
    </>
  )
}

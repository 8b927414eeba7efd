import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router-dom'
import { isCode, wordsFor } from '../api/errors'
import { sessionQuery } from '../features/session/queries'
import { useOwnLanguage } from '../features/session/ownLanguage'
import { ReloginDialog } from '../features/session/ReloginDialog'
import { t } from '../ui/language'
import { PageLoading, PageState } from '../ui/PageState'
import { PaletteHost } from './PaletteHost'

const EnrolPage = lazy(async () => ({ default: (await import('../pages/EnrolPage')).EnrolPage }))

/** Lets staff through; sends everybody else to the login page, and back here afterwards. */
export function Gate() {
  const session = useQuery(sessionQuery)
  const location = useLocation()
  // the rule may come into force while somebody writes: their page stays, and its calls say what is missing
  const [wasIn, setWasIn] = useState(false)
  if (session.data !== undefined) {
    if (session.data.mustEnrol && !wasIn) {
      return (
        <Suspense fallback={<PageLoading />}>
          <EnrolPage />
        </Suspense>
      )
    }
    if (!wasIn) setWasIn(true)
    return (
      <PaletteHost staff={session.data}>
        <OwnLanguage />
        <Outlet />
        <ReloginDialog login={session.data.login} />
      </PaletteHost>
    )
  }
  if (isCode(session.error, 'session_required')) {
    return <Navigate to="/login" replace state={{ from: location.pathname + location.search }} />
  }
  if (session.isPending) return <PageLoading />
  return (
    <PageState
      title={t('暂时无法打开', 'This cannot be opened at the moment')}
      text={wordsFor(session.error)}
      action={<Button onClick={() => void session.refetch()}>{t('重试', 'Try again')}</Button>}
    />
  )
}

function OwnLanguage() {
  useOwnLanguage()
  return null
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useLocation, useNavigate } from 'react-router-dom'
import { LoginForm } from '../features/session/LoginForm'
import { sessionQuery, setupQuery } from '../features/session/queries'
import { PageLoading } from '../ui/PageState'
import { useTitle } from '../ui/useTitle'
import { WelcomeFrame } from './WelcomeFrame'
import { t } from '../ui/language'

const cameFrom = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'from' in state && typeof state.from === 'string'
    ? state.from
    : '/overview'

/** Whoever comes from a one-time link has just chosen this account. */
const accountOf = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'login' in state && typeof state.login === 'string' ? state.login : ''

export function LoginPage() {
  useTitle(t('登录', 'Log in'))
  const setup = useQuery(setupQuery)
  const client = useQueryClient()
  const navigate = useNavigate()
  const { state } = useLocation()
  if (setup.isPending) return <PageLoading />
  if (setup.data?.needed === true) return <Navigate to="/setup" replace />
  return (
    <WelcomeFrame
      title={t('内容管理', 'Content')}
      text={t('请使用工作人员账号登录。', 'Log in with your staff account.')}
    >
      <LoginForm
        account={accountOf(state)}
        onDone={(staff) => {
          client.setQueryData(sessionQuery.queryKey, staff)
          navigate(cameFrom(state), { replace: true })
        }}
      />
    </WelcomeFrame>
  )
}

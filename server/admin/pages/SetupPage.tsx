import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate } from 'react-router-dom'
import { sessionQuery, setupQuery } from '../features/session/queries'
import { SetupForm } from '../features/session/SetupForm'
import { useTitle } from '../ui/useTitle'
import { WelcomeFrame } from './WelcomeFrame'
import { t } from '../ui/language'

export function SetupPage() {
  useTitle(t('首次设置', 'First set-up'))
  const setup = useQuery(setupQuery)
  const client = useQueryClient()
  const navigate = useNavigate()
  if (setup.data?.needed === false) return <Navigate to="/login" replace />
  return (
    <WelcomeFrame
      title={t('首次设置', 'First set-up')}
      text={t(
        '创建首位管理员。完成后即可登录并发布内容。',
        'Make the first administrator; then you can log in and publish.',
      )}
    >
      <SetupForm
        onDone={(staff) => {
          client.setQueryData(sessionQuery.queryKey, staff)
          navigate('/articles', { replace: true })
        }}
      />
    </WelcomeFrame>
  )
}

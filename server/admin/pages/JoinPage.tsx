import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useLocation, useNavigate } from 'react-router-dom'
import { STAFF_ROLES } from '../../../shared/phrases'
import { call } from '../api/call'
import { isCode, wordsFor } from '../api/errors'
import { JoinForm } from '../features/session/JoinForm'
import { PageLoading } from '../ui/PageState'
import { useTitle } from '../ui/useTitle'
import { WelcomeFrame } from './WelcomeFrame'
import { t } from '../ui/language'

/** Where a one-time link leads. Afterwards the login asks for everything that it asks everybody. */
export function JoinPage() {
  useTitle(t('设置账号', 'Set up your account'))
  const token = useLocation().hash.slice(1)
  const navigate = useNavigate()
  const link = useQuery({
    queryKey: ['staff-link', token],
    queryFn: () => call('POST /api/admin/staff-links/show', { body: { token } }),
    refetchOnWindowFocus: false,
    staleTime: Infinity,
    gcTime: 0,
  })
  if (link.isPending) return <PageLoading />
  if (link.data === undefined) {
    const invalid = isCode(link.error, 'link_invalid') || isCode(link.error, 'request_invalid')
    return (
      <WelcomeFrame
        title={
          invalid
            ? t('链接已失效', 'This link is no longer valid')
            : t('暂时无法打开', 'This cannot be opened at the moment')
        }
        text={
          invalid
            ? t(
                '链接可能已被使用、撤回或过期，或没有复制完整。请向管理员索取新的链接。',
                'It may have been used, taken back or expired, or was not copied whole. Ask an administrator for a new one.',
              )
            : wordsFor(link.error)
        }
      >
        {invalid ? (
          <Button block size="large" onClick={() => void navigate('/login')}>
            {t('前往登录', 'Go to login')}
          </Button>
        ) : (
          <Button block size="large" onClick={() => void link.refetch()}>
            {t('重试', 'Try again')}
          </Button>
        )}
      </WelcomeFrame>
    )
  }
  const { kind, name, role } = link.data
  const text =
    kind === 'invite'
      ? t(
          `${name}，您受邀成为${t(STAFF_ROLES[role])}。请设置登录用的账号和密码。`,
          `${name}, you are invited as ${t(STAFF_ROLES[role])}. Choose your login and password.`,
        )
      : t(
          `${name}，请设置新的密码。完成后，其他设备会退出登录。`,
          `${name}, choose a new password. Other devices will be logged out.`,
        )
  return (
    <WelcomeFrame
      title={kind === 'invite' ? t('欢迎加入', 'Welcome') : t('设置新密码', 'Choose a new password')}
      text={text}
    >
      <JoinForm
        token={token}
        link={link.data}
        onDone={(login) => void navigate('/login', { replace: true, state: { login } })}
      />
    </WelcomeFrame>
  )
}

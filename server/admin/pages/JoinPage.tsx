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

/** Where a one-time link leads. Afterwards the login asks for everything that it asks everybody. */
export function JoinPage() {
  useTitle('设置账号')
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
        title={invalid ? '链接已失效' : '暂时无法打开'}
        text={invalid ? '链接可能已被使用、撤回或过期，或没有复制完整。请向管理员索取新的链接。' : wordsFor(link.error)}
      >
        {invalid ? (
          <Button block size="large" onClick={() => void navigate('/login')}>
            前往登录
          </Button>
        ) : (
          <Button block size="large" onClick={() => void link.refetch()}>
            重试
          </Button>
        )}
      </WelcomeFrame>
    )
  }
  const { kind, name, role } = link.data
  const text =
    kind === 'invite'
      ? `${name}，您受邀成为${STAFF_ROLES[role].zh}。请设置登录用的账号和密码。`
      : `${name}，请设置新的密码。完成后，其他设备会退出登录。`
  return (
    <WelcomeFrame title={kind === 'invite' ? '欢迎加入' : '设置新密码'} text={text}>
      <JoinForm
        token={token}
        link={link.data}
        onDone={(login) => void navigate('/login', { replace: true, state: { login } })}
      />
    </WelcomeFrame>
  )
}

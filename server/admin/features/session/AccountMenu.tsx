import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown } from 'antd'
import { useNavigate } from 'react-router-dom'
import { STAFF_ROLES } from '../../../../shared/phrases'
import { call } from '../../api/call'
import { isCode, wordsFor } from '../../api/errors'
import { Person } from '../../ui/icons'
import { t } from '../../ui/language'
import { sessionQuery } from './queries'

/** Who is logged in, in which role, and the way out. */
export function AccountMenu() {
  const session = useQuery(sessionQuery)
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const left = () => {
    // the next person at this computer must not see a flash of what this one loaded
    client.clear()
    navigate('/login', { replace: true })
  }
  const leave = useMutation({
    mutationFn: () => call('DELETE /api/admin/session', {}),
    onSuccess: left,
    onError: (error) => (isCode(error, 'session_required') ? left() : void message.error(wordsFor(error))),
  })
  if (session.data === undefined) return null
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'role', label: t(STAFF_ROLES[session.data.role]), disabled: true },
          { type: 'divider' },
          { key: 'account', label: t('账号与安全', 'Account and security'), onClick: () => void navigate('/account') },
          { key: 'logout', label: t('退出登录', 'Log out'), onClick: () => leave.mutate() },
        ],
      }}
    >
      <Button
        type="text"
        icon={<Person />}
        aria-label={t(`账号：${session.data.name}`, `Account: ${session.data.name}`)}
      >
        {session.data.name}
      </Button>
    </Dropdown>
  )
}

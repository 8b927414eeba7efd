import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import type { Colleague } from '../../../shared/contract'
import { isCode, wordsFor } from '../api/errors'
import { sessionQuery } from '../features/session/queries'
import { ColleagueRow } from '../features/staff/ColleagueRow'
import { Invitations } from '../features/staff/Invitations'
import { InviteDialog } from '../features/staff/InviteDialog'
import { peopleQuery } from '../features/staff/queries'
import { ResetDialog } from '../features/staff/ResetDialog'
import { SessionsDialog } from '../features/staff/SessionsDialog'
import styles from '../features/staff/Staff.module.css'
import { Plus } from '../ui/icons'
import { PageHead } from '../ui/PageHead'
import { PageLoading, PageState } from '../ui/PageState'
import rows from '../ui/Rows.module.css'
import { useTitle } from '../ui/useTitle'

export function StaffPage() {
  useTitle('工作人员')
  const navigate = useNavigate()
  const people = useQuery(peopleQuery)
  const session = useQuery(sessionQuery)
  const [inviting, setInviting] = useState(false)
  const [resetting, setResetting] = useState<Colleague | null>(null)
  const [looking, setLooking] = useState<Colleague | null>(null)
  if (people.data === undefined) {
    if (people.error === null) return <PageLoading />
    const forbidden = isCode(people.error, 'role_forbidden')
    return (
      <PageState
        title={forbidden ? '仅供管理员使用' : '名单没有加载出来'}
        text={wordsFor(people.error)}
        action={forbidden ? undefined : <Button onClick={() => void people.refetch()}>重试</Button>}
      />
    )
  }
  return (
    <>
      <PageHead title="工作人员">
        <div className={styles.actions}>
          <Button onClick={() => void navigate('/audit')}>操作日志</Button>
          <Button type="primary" icon={<Plus />} onClick={() => setInviting(true)}>
            邀请工作人员
          </Button>
        </div>
      </PageHead>
      <ul className={rows.list} aria-label="工作人员名单">
        {people.data.items.map((colleague) => (
          <ColleagueRow
            key={colleague.id}
            colleague={colleague}
            isMe={colleague.id === session.data?.id}
            onReset={setResetting}
            onSessions={setLooking}
          />
        ))}
      </ul>
      <Invitations invitations={people.data.invitations} />
      <InviteDialog open={inviting} onClose={() => setInviting(false)} />
      <ResetDialog colleague={resetting} onClose={() => setResetting(null)} />
      <SessionsDialog colleague={looking} onClose={() => setLooking(null)} />
    </>
  )
}

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
import { t } from '../ui/language'

export function StaffPage() {
  useTitle(t('工作人员', 'Staff'))
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
        title={
          forbidden
            ? t('仅供管理员使用', 'For administrators only')
            : t('名单没有加载出来', 'The list could not be loaded')
        }
        text={wordsFor(people.error)}
        action={forbidden ? undefined : <Button onClick={() => void people.refetch()}>{t('重试', 'Try again')}</Button>}
      />
    )
  }
  return (
    <>
      <PageHead title={t('工作人员', 'Staff')}>
        <div className={styles.actions}>
          <Button onClick={() => void navigate('/audit')}>{t('操作日志', 'Audit log')}</Button>
          <Button type="primary" icon={<Plus />} onClick={() => setInviting(true)}>
            {t('邀请工作人员', 'Invite a colleague')}
          </Button>
        </div>
      </PageHead>
      <ul className={rows.list} aria-label={t('工作人员名单', 'Staff')}>
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

import { useQuery } from '@tanstack/react-query'
import { STAFF_ROLES } from '../../../shared/phrases'
import { OwnSessions } from '../features/account/OwnSessions'
import { PasswordForm } from '../features/account/PasswordForm'
import { TwoStepPart } from '../features/account/TwoStepPart'
import { sessionQuery } from '../features/session/queries'
import styles from '../features/staff/Staff.module.css'
import { PageHead } from '../ui/PageHead'
import { useTitle } from '../ui/useTitle'

export function AccountPage() {
  useTitle('账号与安全')
  const { data } = useQuery(sessionQuery)
  return (
    <>
      <PageHead title="账号与安全">
        {data !== undefined && (
          <p className={styles.soft}>
            {data.name} · {STAFF_ROLES[data.role].zh} · 账号 {data.login}
          </p>
        )}
      </PageHead>
      <div className={styles.parts}>
        <OwnSessions />
        <TwoStepPart />
        <PasswordForm />
      </div>
    </>
  )
}

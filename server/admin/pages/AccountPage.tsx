import { useQuery } from '@tanstack/react-query'
import { STAFF_ROLES } from '../../../shared/phrases'
import { OwnSessions } from '../features/account/OwnSessions'
import { PasswordForm } from '../features/account/PasswordForm'
import { TwoStepPart } from '../features/account/TwoStepPart'
import { BindingPart } from '../features/binding/BindingPart'
import { sessionQuery } from '../features/session/queries'
import styles from '../features/staff/Staff.module.css'
import { PageHead } from '../ui/PageHead'
import { useTitle } from '../ui/useTitle'
import { t } from '../ui/language'

export function AccountPage() {
  useTitle(t('账号与安全', 'Account and security'))
  const { data } = useQuery(sessionQuery)
  return (
    <>
      <PageHead title={t('账号与安全', 'Account and security')}>
        {data !== undefined && (
          <p className={styles.soft}>
            {t(
              `${data.name} · ${t(STAFF_ROLES[data.role])} · 账号 ${data.login}`,
              `${data.name} · ${t(STAFF_ROLES[data.role])} · login ${data.login}`,
            )}
          </p>
        )}
      </PageHead>
      <div className={styles.parts}>
        <OwnSessions />
        <TwoStepPart />
        <BindingPart />
        <PasswordForm />
      </div>
    </>
  )
}

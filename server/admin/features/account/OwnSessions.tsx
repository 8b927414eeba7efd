import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Skeleton } from 'antd'
import type { StaffSession } from '../../../../shared/contract'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import styles from '../staff/Staff.module.css'
import { ownSessionsQuery } from './queries'
import { SessionList } from './SessionList'
import { t } from '../../ui/language'

/** Where I am logged in; whatever I do not know, I end. */
export function OwnSessions() {
  const list = useQuery(ownSessionsQuery)
  const client = useQueryClient()
  const { message } = App.useApp()
  const end = useMutation({
    mutationFn: (session: StaffSession | null) =>
      session === null
        ? call('DELETE /api/admin/me/sessions', {})
        : call('DELETE /api/admin/me/sessions/{id}', { params: { id: session.id } }),
    onSuccess: () => void message.success(t('已退出登录', 'Logged out')),
    onError: (error) => void message.error(wordsFor(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  })
  const sessions = list.data?.items ?? []
  return (
    <section className={styles.part} aria-labelledby="sessions">
      <h2 id="sessions" className={styles.title}>
        {t('登录位置', 'Where you are logged in')}
      </h2>
      <p className={styles.soft}>
        {t(
          '看到不认识的登录，请退出它，然后修改密码。',
          'End a login that you do not know, then change your password.',
        )}
      </p>
      {list.error !== null && <Alert type="error" title={wordsFor(list.error)} />}
      {list.isPending ? (
        <Skeleton active />
      ) : (
        <SessionList sessions={sessions} onEnd={(session) => end.mutate(session)} />
      )}
      {sessions.length > 1 && (
        <Button danger loading={end.isPending} onClick={() => end.mutate(null)}>
          {t('退出其他全部登录', 'Log out everywhere else')}
        </Button>
      )}
    </section>
  )
}

import { Button } from 'antd'
import type { StaffSession } from '../../../../shared/contract'
import { formatTableTime } from '../../../../shared/domain/time'
import { Chip } from '../../ui/Chip'
import { t } from '../../ui/language'
import styles from '../staff/Staff.module.css'

interface SessionListProps {
  sessions: StaffSession[]
  /** Left out where a single session cannot be ended. */
  onEnd?: (session: StaffSession) => void
}

/** Where an account is logged in: which browser, from which address, since when. */
export function SessionList({ sessions, onEnd }: SessionListProps) {
  return (
    <ul className={styles.sessions} aria-label={t('登录位置', 'Where you are logged in')}>
      {sessions.map((session) => (
        <li key={session.id} className={styles.session}>
          <div>
            <p className={styles.name}>
              {session.browser || t('未知浏览器', 'Unknown browser')}
              {session.current && <Chip tone="sea">{t('本机', 'This device')}</Chip>}
            </p>
            <p className={styles.soft}>
              {t(
                `地址 ${session.address} · ${formatTableTime(Date.parse(session.createdAt))} 登录 · 最近使用 ${formatTableTime(Date.parse(session.lastSeenAt))}`,
                `Address ${session.address} · logged in ${formatTableTime(Date.parse(session.createdAt))} · last used ${formatTableTime(Date.parse(session.lastSeenAt))}`,
              )}
            </p>
          </div>
          {onEnd !== undefined && !session.current && (
            <Button
              aria-label={t(
                `退出登录：${session.browser || '未知浏览器'}，${session.address}`,
                `Log out: ${session.browser || 'unknown browser'}, ${session.address}`,
              )}
              onClick={() => onEnd(session)}
            >
              {t('退出登录', 'Log out')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

import { Button } from 'antd'
import type { StaffSession } from '../../../../shared/contract'
import { formatTableTime } from '../../../../shared/domain/time'
import { Chip } from '../../ui/Chip'
import styles from '../staff/Staff.module.css'

interface SessionListProps {
  sessions: StaffSession[]
  /** Left out where a single session cannot be ended. */
  onEnd?: (session: StaffSession) => void
}

/** Where an account is logged in: which browser, from which address, since when. */
export function SessionList({ sessions, onEnd }: SessionListProps) {
  return (
    <ul className={styles.sessions} aria-label="登录位置">
      {sessions.map((session) => (
        <li key={session.id} className={styles.session}>
          <div>
            <p className={styles.name}>
              {session.browser || '未知浏览器'}
              {session.current && <Chip tone="sea">本机</Chip>}
            </p>
            <p className={styles.soft}>
              地址 {session.address} · {formatTableTime(Date.parse(session.createdAt))} 登录 · 最近使用{' '}
              {formatTableTime(Date.parse(session.lastSeenAt))}
            </p>
          </div>
          {onEnd !== undefined && !session.current && (
            <Button
              aria-label={`退出登录：${session.browser || '未知浏览器'}，${session.address}`}
              onClick={() => onEnd(session)}
            >
              退出登录
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

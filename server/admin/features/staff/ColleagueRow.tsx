import { Button } from 'antd'
import type { Colleague } from '../../../../shared/contract'
import { formatTableTime } from '../../../../shared/domain/time'
import { STAFF_ROLES } from '../../../../shared/phrases'
import { call } from '../../api/call'
import { Chip } from '../../ui/Chip'
import { Choice } from '../../ui/Choice'
import rows from '../../ui/Rows.module.css'
import { disableQuestion, resetTwoStepQuestion, ROLES, roleQuestion } from './staffQuestions'
import { t } from '../../ui/language'
import styles from './Staff.module.css'
import { useStaffMove } from './useStaffMove'

interface ColleagueRowProps {
  colleague: Colleague
  isMe: boolean
  onReset: (colleague: Colleague) => void
  onSessions: (colleague: Colleague) => void
}

export function ColleagueRow({ colleague, isMe, onReset, onSessions }: ColleagueRowProps) {
  const { id, name, login, role, disabled, lastSeenAt, twoStep } = colleague
  const move = useStaffMove()
  const params = { id }

  const changeRole = (value: string) => {
    const next = ROLES.find((entry) => entry === value)
    if (next === undefined || next === role) return
    const run = () => call('PUT /api/admin/staff/{id}/role', { params, body: { role: next } })
    move(
      { run, done: t(`${name} 现在是${t(STAFF_ROLES[next])}`, `${name} is now ${t(STAFF_ROLES[next])}`) },
      roleQuestion(colleague, next),
    )
  }
  return (
    <li className={rows.row}>
      <div className={rows.words}>
        <p className={styles.name}>
          {name}
          {isMe && <Chip tone="sea">{t('本人', 'themselves')}</Chip>}
          {disabled && <Chip tone="warm">{t('已停用', 'closed')}</Chip>}
          {twoStep && <Chip tone="good">{t('两步验证', 'Two steps')}</Chip>}
        </p>
        <p className={rows.meta}>
          <span>{t(`账号 ${login}`, `login ${login}`)}</span>
          <span>
            {lastSeenAt === null
              ? t('未登录', 'not logged in')
              : t(
                  `最近使用 ${formatTableTime(Date.parse(lastSeenAt))}`,
                  `last used ${formatTableTime(Date.parse(lastSeenAt))}`,
                )}
          </span>
        </p>
      </div>
      <div className={styles.actions}>
        <Choice
          className={styles.role}
          aria-label={t(`${name} 的角色`, `Role of ${name}`)}
          value={role}
          disabled={disabled}
          onChange={changeRole}
        >
          {ROLES.map((entry) => (
            <option key={entry} value={entry}>
              {t(STAFF_ROLES[entry])}
            </option>
          ))}
        </Choice>
        <Button aria-label={t(`${name}：登录位置`, `${name}: where logged in`)} onClick={() => onSessions(colleague)}>
          {t('登录位置', 'Where you are logged in')}
        </Button>
        {twoStep && !isMe && (
          <Button
            aria-label={t(`${name}：重置两步验证`, `${name}: reset two-step login`)}
            onClick={() =>
              move(
                {
                  run: () => call('POST /api/admin/staff/{id}/two-step/reset', { params }),
                  done: t(`${name} 的两步验证已重置`, `Two-step login of ${name} is reset`),
                },
                resetTwoStepQuestion(colleague),
              )
            }
          >
            {t('重置两步验证', 'Reset two-step login')}
          </Button>
        )}
        {disabled ? (
          <Button
            aria-label={t(`${name}：恢复账号`, `${name}: open the account`)}
            onClick={() =>
              move({
                run: () => call('POST /api/admin/staff/{id}/enable', { params }),
                done: t(`${name} 可以重新登录了`, `${name} can log in again`),
              })
            }
          >
            {t('恢复账号', 'Open the account')}
          </Button>
        ) : (
          <>
            <Button aria-label={t(`${name}：重置密码`, `${name}: reset password`)} onClick={() => onReset(colleague)}>
              {t('重置密码', 'Reset password')}
            </Button>
            <Button
              danger
              aria-label={t(`${name}：停用`, `${name}: close`)}
              onClick={() =>
                move(
                  {
                    run: () => call('POST /api/admin/staff/{id}/disable', { params }),
                    done: t(`${name} 的账号已停用`, `The account of ${name} is closed`),
                  },
                  disableQuestion(colleague),
                )
              }
            >
              {t('停用', 'Close')}
            </Button>
          </>
        )}
      </div>
    </li>
  )
}

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
    move({ run, done: `${name} 现在是${STAFF_ROLES[next].zh}` }, roleQuestion(colleague, next))
  }
  return (
    <li className={rows.row}>
      <div className={rows.words}>
        <p className={styles.name}>
          {name}
          {isMe && <Chip tone="sea">本人</Chip>}
          {disabled && <Chip tone="warm">已停用</Chip>}
          {twoStep && <Chip tone="good">{t('两步验证', 'Two steps')}</Chip>}
        </p>
        <p className={rows.meta}>
          <span>账号 {login}</span>
          <span>{lastSeenAt === null ? '未登录' : `最近使用 ${formatTableTime(Date.parse(lastSeenAt))}`}</span>
        </p>
      </div>
      <div className={styles.actions}>
        <Choice
          className={styles.role}
          aria-label={`${name} 的角色`}
          value={role}
          disabled={disabled}
          onChange={changeRole}
        >
          {ROLES.map((entry) => (
            <option key={entry} value={entry}>
              {STAFF_ROLES[entry].zh}
            </option>
          ))}
        </Choice>
        <Button aria-label={`${name}：登录位置`} onClick={() => onSessions(colleague)}>
          登录位置
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
            aria-label={`${name}：恢复账号`}
            onClick={() =>
              move({
                run: () => call('POST /api/admin/staff/{id}/enable', { params }),
                done: `${name} 可以重新登录了`,
              })
            }
          >
            恢复账号
          </Button>
        ) : (
          <>
            <Button aria-label={`${name}：重置密码`} onClick={() => onReset(colleague)}>
              重置密码
            </Button>
            <Button
              danger
              aria-label={`${name}：停用`}
              onClick={() =>
                move(
                  { run: () => call('POST /api/admin/staff/{id}/disable', { params }), done: `${name} 的账号已停用` },
                  disableQuestion(colleague),
                )
              }
            >
              停用
            </Button>
          </>
        )}
      </div>
    </li>
  )
}

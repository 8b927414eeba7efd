import { useQuery } from '@tanstack/react-query'
import type { AuditCheck } from '../../../../shared/contract'
import { wordsFor } from '../../api/errors'
import { classes } from '../../ui/classes'
import { count } from '../../ui/count'
import { auditCheckQuery } from './queries'
import { t } from '../../ui/language'
import styles from './Audit.module.css'

const BROKEN: Record<NonNullable<AuditCheck['broken']>['kind'], (number: number) => string> = {
  missing: (number) =>
    t(`日志不完整：第 ${number} 条记录被删除。`, `The log is not complete: entry ${number} was removed.`),
  changed: (number) =>
    t(
      `日志被改动：第 ${number} 条记录与写入时不一致。`,
      `The log was changed: entry ${number} is not as it was written.`,
    ),
  end_missing: (number) =>
    t(
      `日志不完整：第 ${number} 条起的记录被删除。`,
      `The log is not complete: entries from ${number} on were removed.`,
    ),
}

/** Whether an entry was removed or changed since it was written. */
export function ChainState() {
  const check = useQuery(auditCheckQuery)
  if (check.data === undefined) {
    const text =
      check.error === null
        ? t('正在核对日志……', 'Checking the log…')
        : t(`日志没有核对成功：${wordsFor(check.error)}`, `The log could not be checked: ${wordsFor(check.error)}`)
    return (
      <p className={classes(styles.state, styles.waiting)} role="status">
        {text}
      </p>
    )
  }
  const { broken, entries, fingerprint } = check.data
  if (broken !== null) {
    return (
      <div className={classes(styles.state, styles.broken)} role="alert">
        <p>
          {t(
            `${BROKEN[broken.kind](broken.number)}请保留数据库备份，并联系技术负责人查明原因。`,
            `${BROKEN[broken.kind](broken.number)} Keep a backup of the database and ask the technical staff to find out why.`,
          )}
        </p>
      </div>
    )
  }
  return (
    <div className={styles.state} role="status">
      <p>
        {t(
          `日志完整：${count(entries)} 条记录逐条核对，没有删除或改动。`,
          `The log is complete: ${count(entries)} entries checked one by one, none removed or changed.`,
        )}
      </p>
      {fingerprint !== '' && <p className={styles.code}>{t(`校验码 ${fingerprint}`, `Checksum ${fingerprint}`)}</p>}
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { AuditCheck } from '../../../../shared/contract'
import { wordsFor } from '../../api/errors'
import { classes } from '../../ui/classes'
import { count } from '../../ui/count'
import { auditCheckQuery } from './queries'
import styles from './Audit.module.css'

const BROKEN: Record<NonNullable<AuditCheck['broken']>['kind'], (number: number) => string> = {
  missing: (number) => `日志不完整：第 ${number} 条记录被删除。`,
  changed: (number) => `日志被改动：第 ${number} 条记录与写入时不一致。`,
  end_missing: (number) => `日志不完整：第 ${number} 条起的记录被删除。`,
}

/** Whether an entry was removed or changed since it was written. */
export function ChainState() {
  const check = useQuery(auditCheckQuery)
  if (check.data === undefined) {
    const text = check.error === null ? '正在核对日志……' : `日志没有核对成功：${wordsFor(check.error)}`
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
        <p>{BROKEN[broken.kind](broken.number)}请保留数据库备份，并联系技术负责人查明原因。</p>
      </div>
    )
  }
  return (
    <div className={styles.state} role="status">
      <p>日志完整：{count(entries)} 条记录逐条核对，没有删除或改动。</p>
      {fingerprint !== '' && <p className={styles.code}>校验码 {fingerprint}</p>}
    </div>
  )
}

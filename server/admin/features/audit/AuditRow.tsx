import type { AuditRecord } from '../../../../shared/contract'
import { auditActionWords, AUDIT_SUBJECT_NAMES } from '../../../../shared/phrases'
import { formatTableTime } from '../../../../shared/domain/time'
import rows from '../../ui/Rows.module.css'
import { detailWords } from './detailWords'
import styles from './Audit.module.css'

export function AuditRow({ entry }: { entry: AuditRecord }) {
  const { at, by, action, subjectType, subjectName, subjectId, address, detail, number } = entry
  const words = detailWords(detail)
  return (
    <li className={rows.row}>
      <span className={styles.number}>{number === null ? '—' : `第 ${number} 条`}</span>
      <div className={rows.words}>
        <p className={styles.what}>
          <strong>{by === null ? '系统' : by.name}</strong>
          <span>{auditActionWords(action)}</span>
          {subjectName !== null && by?.id !== subjectId && <span>“{subjectName}”</span>}
        </p>
        <p className={rows.meta}>
          <time dateTime={at}>{formatTableTime(Date.parse(at))}</time>
          <span>{AUDIT_SUBJECT_NAMES[subjectType] ?? subjectType}</span>
          {address !== '' && <span>来自 {address}</span>}
          {words !== '' && <span>{words}</span>}
        </p>
      </div>
    </li>
  )
}

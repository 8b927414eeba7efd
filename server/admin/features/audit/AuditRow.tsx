import type { AuditRecord } from '../../../../shared/contract'
import { AUDIT_ACTIONS, AUDIT_SUBJECT_NAMES, auditWords } from '../../../../shared/phrases'
import { formatTableTime } from '../../../../shared/domain/time'
import rows from '../../ui/Rows.module.css'
import { detailWords } from './detailWords'
import { t } from '../../ui/language'
import styles from './Audit.module.css'

export function AuditRow({ entry }: { entry: AuditRecord }) {
  const { at, by, action, subjectType, subjectName, subjectId, address, detail, number } = entry
  const words = detailWords(detail)
  return (
    <li className={rows.row}>
      <span className={styles.number}>{number === null ? '—' : t(`第 ${number} 条`, `No. ${number}`)}</span>
      <div className={rows.words}>
        <p className={styles.what}>
          <strong>{by === null ? t('系统', 'System') : by.name}</strong>
          <span>{t(auditWords(AUDIT_ACTIONS, action))}</span>
          {subjectName !== null && by?.id !== subjectId && <span>“{subjectName}”</span>}
        </p>
        <p className={rows.meta}>
          <time dateTime={at}>{formatTableTime(Date.parse(at))}</time>
          <span>{t(auditWords(AUDIT_SUBJECT_NAMES, subjectType))}</span>
          {address !== '' && <span>{t(`来自 ${address}`, `from ${address}`)}</span>}
          {words !== '' && <span>{words}</span>}
        </p>
      </div>
    </li>
  )
}

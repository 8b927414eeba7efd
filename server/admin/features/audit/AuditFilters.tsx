import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { AUDIT_ACTIONS, AUDIT_SUBJECT_NAMES, type Phrase } from '../../../../shared/phrases'
import { Choice } from '../../ui/Choice'
import { DayPicker } from '../../ui/DayPicker'
import { peopleQuery } from '../staff/queries'
import { auditFilterTo, NO_FILTER, type AuditFilter } from './auditFilter'
import { t } from '../../ui/language'
import styles from './Audit.module.css'

interface AuditFiltersProps {
  filter: AuditFilter
  onChange: (filter: AuditFilter) => void
}

function Options({ all, names }: { all: string; names: Record<string, string | Phrase> }) {
  return (
    <>
      <option value="">{all}</option>
      {Object.entries(names).map(([value, name]) => (
        <option key={value} value={value}>
          {typeof name === 'string' ? name : t(name)}
        </option>
      ))}
    </>
  )
}

export function AuditFilters({ filter, onChange }: AuditFiltersProps) {
  const people = useQuery(peopleQuery)
  const names = Object.fromEntries(people.data?.items.map(({ id, name }) => [id, name]) ?? [])
  const actions = Object.fromEntries(
    Object.entries(AUDIT_ACTIONS).filter(
      ([action]) => filter.subject === '' || action.startsWith(`${filter.subject}.`),
    ),
  )
  return (
    <div className={styles.filters} role="search" aria-label={t('筛选操作日志', 'Filter the audit log')}>
      <Choice
        aria-label={t('人员', 'Person')}
        className={styles.choice}
        value={filter.by}
        onChange={(by) => onChange({ ...filter, by })}
      >
        <Options all={t('全部人员', 'Everybody')} names={{ ...names, program: t('系统', 'System') }} />
      </Choice>
      <Choice
        aria-label={t('对象类型', 'Kind of thing')}
        className={styles.choice}
        value={filter.subject}
        onChange={(subject) => onChange({ ...filter, subject, action: '' })}
      >
        <Options all={t('全部对象', 'All things')} names={AUDIT_SUBJECT_NAMES} />
      </Choice>
      <Choice
        aria-label={t('操作', 'Action')}
        className={styles.choice}
        value={filter.action}
        onChange={(action) => onChange({ ...filter, action })}
      >
        <Options all={t('全部操作', 'All actions')} names={actions} />
      </Choice>
      <span className={styles.days}>
        <DayPicker
          label={t('起始日期', 'From')}
          value={filter.from}
          max={filter.to}
          onChange={(from) => onChange({ ...filter, from })}
        />
        {t('至', 'to')}
        <DayPicker
          label={t('截止日期', 'Until')}
          value={filter.to}
          min={filter.from}
          onChange={(to) => onChange({ ...filter, to })}
        />
      </span>
      {auditFilterTo(filter).size > 0 && (
        <Button onClick={() => onChange(NO_FILTER)}>{t('清除筛选', 'Clear the filter')}</Button>
      )}
    </div>
  )
}

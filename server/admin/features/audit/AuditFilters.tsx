import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { AUDIT_ACTIONS, AUDIT_SUBJECT_NAMES } from '../../../../shared/phrases'
import { Choice } from '../../ui/Choice'
import { peopleQuery } from '../staff/queries'
import { auditFilterTo, NO_FILTER, type AuditFilter } from './auditFilter'
import styles from './Audit.module.css'

interface AuditFiltersProps {
  filter: AuditFilter
  onChange: (filter: AuditFilter) => void
}

function Options({ all, names }: { all: string; names: Record<string, string> }) {
  return (
    <>
      <option value="">{all}</option>
      {Object.entries(names).map(([value, name]) => (
        <option key={value} value={value}>
          {name}
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
    <div className={styles.filters} role="search" aria-label="筛选操作日志">
      <Choice
        aria-label="人员"
        className={styles.choice}
        value={filter.by}
        onChange={(by) => onChange({ ...filter, by })}
      >
        <Options all="全部人员" names={{ ...names, program: '系统' }} />
      </Choice>
      <Choice
        aria-label="对象类型"
        className={styles.choice}
        value={filter.subject}
        onChange={(subject) => onChange({ ...filter, subject, action: '' })}
      >
        <Options all="全部对象" names={AUDIT_SUBJECT_NAMES} />
      </Choice>
      <Choice
        aria-label="操作"
        className={styles.choice}
        value={filter.action}
        onChange={(action) => onChange({ ...filter, action })}
      >
        <Options all="全部操作" names={actions} />
      </Choice>
      <span className={styles.days}>
        <input
          type="date"
          aria-label="起始日期"
          className={styles.day}
          max={filter.to || undefined}
          value={filter.from}
          onChange={(event) => onChange({ ...filter, from: event.target.value })}
        />
        至
        <input
          type="date"
          aria-label="截止日期"
          className={styles.day}
          min={filter.from || undefined}
          value={filter.to}
          onChange={(event) => onChange({ ...filter, to: event.target.value })}
        />
      </span>
      {auditFilterTo(filter).size > 0 && <Button onClick={() => onChange(NO_FILTER)}>清除筛选</Button>}
    </div>
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useSearchParams } from 'react-router-dom'
import { isCode } from '../api/errors'
import {
  auditFilterFrom,
  auditFilterTo,
  auditQueryOf,
  NO_FILTER,
  type AuditFilter,
} from '../features/audit/auditFilter'
import { AuditFilters } from '../features/audit/AuditFilters'
import { AuditRow } from '../features/audit/AuditRow'
import { ChainState } from '../features/audit/ChainState'
import { auditQuery } from '../features/audit/queries'
import { ListState } from '../ui/ListState'
import { ExportLinks } from '../ui/ExportLinks'
import { PageHead } from '../ui/PageHead'
import { PageState } from '../ui/PageState'
import rows from '../ui/Rows.module.css'
import { useTitle } from '../ui/useTitle'
import { WindowedList } from '../ui/WindowedList'
import { t } from '../ui/language'

export function AuditPage() {
  useTitle(t('操作日志', 'Audit log'))
  const [search, setSearch] = useSearchParams()
  const filter = auditFilterFrom(search)
  const list = useInfiniteQuery(auditQuery(filter))
  const entries = list.data?.pages.flatMap((page) => page.items) ?? []
  const place = `audit?${auditFilterTo(filter)}`
  const choose = (next: AuditFilter) => setSearch(auditFilterTo(next), { replace: true })
  if (isCode(list.error, 'role_forbidden'))
    return (
      <PageState
        title={t('仅供管理员使用', 'For administrators only')}
        text={t('操作日志只有管理员可以查看。', 'Only administrators may see the audit log.')}
      />
    )
  return (
    <>
      <PageHead title={t('操作日志', 'Audit log')}>
        <ExportLinks path="/api/admin/audit/export" query={auditQueryOf(filter)} />
      </PageHead>
      <ChainState />
      <AuditFilters filter={filter} onChange={choose} />
      <ListState
        query={list}
        count={entries.length}
        empty={
          <PageState
            title={t('没有符合条件的记录', 'No entry matches')}
            text={t('可以换一个人员、操作或日期。', 'Try another person, action or date.')}
            action={<Button onClick={() => choose(NO_FILTER)}>{t('清除筛选', 'Clear the filter')}</Button>}
          />
        }
      >
        <WindowedList
          key={place}
          label={t('操作日志列表', 'Audit entries')}
          className={rows.list}
          items={entries}
          whole={!list.hasNextPage}
          rowHeight={74}
          place={place}
        >
          {(entry) => <AuditRow key={entry.id} entry={entry} />}
        </WindowedList>
      </ListState>
    </>
  )
}

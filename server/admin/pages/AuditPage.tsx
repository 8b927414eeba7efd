import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useSearchParams } from 'react-router-dom'
import { addressOf } from '../api/call'
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
import { PageHead } from '../ui/PageHead'
import { PageState } from '../ui/PageState'
import rows from '../ui/Rows.module.css'
import { useTitle } from '../ui/useTitle'

export function AuditPage() {
  useTitle('操作日志')
  const [search, setSearch] = useSearchParams()
  const filter = auditFilterFrom(search)
  const list = useInfiniteQuery(auditQuery(filter))
  const entries = list.data?.pages.flatMap((page) => page.items) ?? []
  const choose = (next: AuditFilter) => setSearch(auditFilterTo(next), { replace: true })
  if (isCode(list.error, 'role_forbidden'))
    return <PageState title="仅供管理员使用" text="操作日志只有管理员可以查看。" />
  return (
    <>
      <PageHead title="操作日志">
        <Button href={addressOf('/api/admin/audit/export', { query: auditQueryOf(filter) })}>导出 CSV</Button>
      </PageHead>
      <ChainState />
      <AuditFilters filter={filter} onChange={choose} />
      <ListState
        query={list}
        count={entries.length}
        empty={
          <PageState
            title="没有符合条件的记录"
            text="可以换一个人员、操作或日期。"
            action={<Button onClick={() => choose(NO_FILTER)}>清除筛选</Button>}
          />
        }
      >
        <ul className={rows.list} aria-label="操作日志列表">
          {entries.map((entry) => (
            <AuditRow key={entry.id} entry={entry} />
          ))}
        </ul>
      </ListState>
    </>
  )
}

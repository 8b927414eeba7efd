import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { NoticeTest } from '../../../../shared/contract'
import type { NoticeKind } from '../../../../shared/domain/notice'
import { call } from '../../api/call'
import { bindingQuery } from '../binding/queries'
import { isOpenTest } from './testWords'
import { lastTestsQuery, testQuery } from './testQueries'

/** My test of one kind of notice: made here, or found again after the composer was left. */
export function useTestFirst(kind: NoticeKind) {
  const client = useQueryClient()
  const [made, setMade] = useState<string | null>(null)
  const last = useQuery(lastTestsQuery)
  const left = last.data?.items.find((test) => test.kind === kind && isOpenTest(test))
  const id = made ?? left?.id ?? null
  const followed = useQuery(testQuery(id))
  const test = id === null ? null : (followed.data ?? null)

  const keep = (now: NoticeTest) => {
    client.setQueryData(testQuery(now.id).queryKey, now)
    setMade(now.id)
    void client.invalidateQueries({ queryKey: bindingQuery().queryKey })
  }
  const send = useMutation({
    mutationFn: (body: { articleId: string; values: Record<string, string> }) =>
      call('POST /api/admin/notice-tests', { body: { ...body, kind } }),
    onSuccess: keep,
    onError: () => {
      void client.invalidateQueries({ queryKey: bindingQuery().queryKey })
      void client.invalidateQueries({ queryKey: lastTestsQuery.queryKey })
    },
  })
  const giveUp = useMutation({
    mutationFn: (testId: string) => call('POST /api/admin/notice-tests/{id}/cancel', { params: { id: testId } }),
    onSuccess: keep,
  })
  const settle = useMutation({
    mutationFn: ({ testId, arrived }: { testId: string; arrived: boolean }) =>
      call('POST /api/admin/notice-tests/{id}/settle', { params: { id: testId }, body: { arrived } }),
    onSuccess: keep,
  })
  const error = send.error ?? giveUp.error ?? settle.error
  return { test, send, giveUp, settle, error }
}

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { NoticeDetail } from '../../../../shared/contract'
import { noticeQuery } from './queries'

/**
 * Follows a notice by server-sent events while `open`, into the cache that `noticeQuery` reads. Returns whether the
 * stream speaks; while it does not, the page asks by itself, so that a proxy that swallows streams costs nothing.
 */
export function useNoticeStream(id: string, open: boolean): boolean {
  const client = useQueryClient()
  const [speaks, setSpeaks] = useState(false)

  useEffect(() => {
    if (!open) return
    const source = new EventSource(`/api/admin/notices/${encodeURIComponent(id)}/stream`)
    source.addEventListener('notice', (event: MessageEvent<string>) => {
      // the server has checked the detail against the contract, as in its other answers
      client.setQueryData(noticeQuery(id).queryKey, JSON.parse(event.data) as NoticeDetail)
      setSpeaks(true)
    })
    source.addEventListener('error', () => setSpeaks(false))
    return () => {
      source.close()
      setSpeaks(false)
    }
  }, [client, id, open])

  return speaks && open
}

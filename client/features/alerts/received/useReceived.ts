import { useEffect, useState } from 'react'
import type { ReceivedNotice } from '../../../../shared/contract'
import { usePagedList, type PagedView } from '../../../loading/usePagedList'
import { callAsMember } from '../../../platform/session'
import { surroundings } from '../../../platform/wechat'

const read = (cursor: string | undefined) => callAsMember('GET /api/alerts/received', { query: { cursor } })
const keyOf = ({ id }: ReceivedNotice): string => id

/** The notices that went to this member, newest first. `outside`: in an ordinary browser, where nobody is logged in. */
export function useReceived(): PagedView<ReceivedNotice> & { outside: boolean } {
  const [place, setPlace] = useState<'asking' | 'wechat' | 'browser'>('asking')
  useEffect(() => {
    void surroundings().then(setPlace)
  }, [])
  const view = usePagedList<ReceivedNotice>({
    name: place === 'wechat' ? 'received' : null,
    read,
    keyOf,
  })
  return { ...view, outside: place === 'browser' }
}

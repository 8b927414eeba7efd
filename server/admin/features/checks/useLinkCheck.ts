import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '../../api/call'

const AT_ONCE = 20
const QUIET_MS = 1_500

async function check(urls: string[]) {
  const links = []
  for (let at = 0; at < urls.length; at += AT_ONCE) {
    const answer = await call('POST /api/admin/links/check', { body: { urls: urls.slice(at, at + AT_ONCE) } })
    links.push(...answer.links)
  }
  return links
}

/** Asks the server about a text's links, once nobody has changed them for a moment. */
export function useLinkCheck(urls: string[]) {
  const wanted = urls.join('\n')
  const [settled, setSettled] = useState(wanted)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), QUIET_MS)
    return () => clearTimeout(timer)
  }, [wanted])
  const asked = settled === '' ? [] : settled.split('\n')
  const query = useQuery({
    queryKey: ['links', settled],
    queryFn: () => check(asked),
    enabled: asked.length > 0,
    staleTime: 10 * 60_000,
    retry: false,
    refetchOnWindowFocus: false,
  })
  return {
    links: (query.data ?? []).filter(({ url }) => urls.includes(url)),
    checking: urls.length > 0 && (wanted !== settled || query.isFetching),
    error: asked.length > 0 ? query.error : null,
    again: () => void query.refetch(),
  }
}

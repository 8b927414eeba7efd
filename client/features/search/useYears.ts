import { useEffect, useState } from 'react'
import { call } from '../../platform/api'

/** The years to filter by, newest first. Without an answer there is no such filter. */
export function useYears(wanted: boolean): number[] {
  const [years, setYears] = useState<number[]>([])
  useEffect(() => {
    if (!wanted) return
    let here = true
    call('GET /api/search/suggestions', { query: {} }).then(
      (answer) => here && Array.isArray(answer.years) && setYears(answer.years),
      () => undefined,
    )
    return () => {
      here = false
    }
  }, [wanted])
  return years
}

import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Language } from '../../../../shared/phrases'
import { call } from '../../api/call'
import { language, setLanguage } from '../../ui/language'

const preferencesQuery = queryOptions({
  queryKey: ['preferences'],
  queryFn: () => call('GET /api/admin/me/preferences', {}),
  // asked once a login: a screen must not be drawn anew under somebody's hands
  staleTime: Infinity,
})

/** Chosen on the login page, where nobody is known yet; it becomes the choice of who logs in next. */
let chosenBefore: Language | null = null

export function chooseBeforeLogin(next: Language): void {
  chosenBefore = next
  setLanguage(next)
}

/** Brings the language that this person chose, on whichever device that was. */
export function useOwnLanguage(): void {
  const client = useQueryClient()
  const kept = useQuery(preferencesQuery).data?.language
  useEffect(() => {
    if (kept === undefined) return
    if (chosenBefore !== null && chosenBefore !== kept) void keepLanguage(chosenBefore).catch(() => undefined)
    else if (kept !== null) setLanguage(kept)
    if (chosenBefore !== null) client.setQueryData(preferencesQuery.queryKey, { language: chosenBefore })
    chosenBefore = null
  }, [client, kept])
}

/** The language on the screen now is this person's from now on; throws when it could not be kept for other devices. */
export function useChooseLanguage(): (next: Language) => Promise<void> {
  const client = useQueryClient()
  return async (next) => {
    if (next === language()) return
    client.setQueryData(preferencesQuery.queryKey, { language: next })
    setLanguage(next)
    await keepLanguage(next)
  }
}

const keepLanguage = (next: Language) => call('PUT /api/admin/me/preferences', { body: { language: next } })

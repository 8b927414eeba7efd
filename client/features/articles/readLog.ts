import { useCallback, useEffect, useState } from 'react'
import type { ArticleSummary } from '../../../shared/contract'
import { forget, keep, kept } from '../../platform/storage'
import { asReadLog, withRead, type ReadEntry } from './readEntries'

/** The articles that were opened on this phone, and nowhere else: lists show them as read, 我的 as a history. */
export const READ_LOG_KEY = 'articles:read'

let entries: readonly ReadEntry[] | null = null
let ids: ReadonlySet<string> = new Set()
const listeners = new Set<() => void>()

function settle(next: readonly ReadEntry[]): void {
  entries = next
  ids = new Set(next.map(({ id }) => id))
}

/** Newest first. */
export function readEntries(): readonly ReadEntry[] {
  if (entries === null) settle(asReadLog(kept<unknown>(READ_LOG_KEY)))
  return entries ?? []
}

const isRead = (id: string): boolean => {
  readEntries()
  return ids.has(id)
}

const change = (next: readonly ReadEntry[]): void => {
  settle(next)
  listeners.forEach((listener) => listener())
}

/** Notes that an article was opened. A full storage costs the mark at the next start and nothing else. */
export function markRead({ id, title, channel }: ArticleSummary, at = Date.now()): void {
  if (readEntries()[0]?.id === id) return
  change(withRead(readEntries(), { id, title, channel: channel.name, at }))
  keep(READ_LOG_KEY, entries)
}

export function clearReadLog(): void {
  forget(READ_LOG_KEY)
  change([])
}

function useLog<T>(look: () => T): T {
  const [seen, setSeen] = useState(look)
  useEffect(() => {
    const hear = (): void => setSeen(() => look())
    listeners.add(hear)
    hear()
    return () => void listeners.delete(hear)
  }, [look])
  return seen
}

export const useReadEntries = (): readonly ReadEntry[] => useLog(readEntries)

/** Whether an article was read; a list that is open behind the article hears of it at once. */
export const useIsRead = (id: string): boolean => useLog(useCallback(() => isRead(id), [id]))

import { cleaned } from './question'

/** Questions that were asked on this phone, newest first. They never leave it. */
export const HISTORY_LIMIT = 10

/** What was kept, as far as it can be read: a corrupt storage costs the history and nothing else. */
export const readHistory = (kept: unknown): string[] =>
  Array.isArray(kept)
    ? [...new Set(kept.filter((entry): entry is string => typeof entry === 'string').map(cleaned))]
        .filter((entry) => entry !== '')
        .slice(0, HISTORY_LIMIT)
    : []

export const withQuestion = (history: string[], q: string): string[] =>
  [q, ...history.filter((entry) => entry !== q)].slice(0, HISTORY_LIMIT)

export const withoutQuestion = (history: string[], q: string): string[] => history.filter((entry) => entry !== q)

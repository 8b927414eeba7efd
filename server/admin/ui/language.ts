import { useSyncExternalStore } from 'react'
import type { Language, Phrase } from '../../../shared/phrases'

export const LANGUAGES = ['zh', 'en'] as const
/** Each in its own words, so that it is found by who cannot read the other. */
export const LANGUAGE_NAMES: Record<Language, string> = { zh: '中文', en: 'English' }
/** For the `lang` attribute: how a screen reader speaks and a browser breaks lines. */
const TAGS: Record<Language, string> = { zh: 'zh-CN', en: 'en' }

const KEY = 'admin-language'
const watchers = new Set<() => void>()
let current: Language = 'zh'

export const language = (): Language => current

/**
 * The words of the screen: `t('保存', 'Save')`, or a phrase that holds both. A word without its translation does not
 * compile, and the linter refuses Chinese outside of it. Called while drawing, never while a module is loaded: the
 * language may change later.
 */
export function t(phrase: Phrase): string
export function t(zh: string, en: string): string
export function t(given: Phrase | string, en = ''): string {
  const phrase = typeof given === 'string' ? { zh: given, en } : given
  return phrase[current]
}

/** What this browser showed last; nothing kept or nothing allowed to be kept is Chinese. */
export function startLanguage(): void {
  show(LANGUAGES.find((entry) => entry === read()) ?? 'zh')
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function show(next: Language): void {
  current = next
  document.documentElement.lang = TAGS[next]
}

/** Shows the admin in a language at once, and in this browser from now on. */
export function setLanguage(next: Language): void {
  if (next === current) return
  show(next)
  try {
    localStorage.setItem(KEY, next)
  } catch {
    // it holds while the page is open
  }
  watchers.forEach((changed) => changed())
}

function watch(changed: () => void): () => void {
  watchers.add(changed)
  return () => watchers.delete(changed)
}

export const useLanguage = (): Language => useSyncExternalStore(watch, language)

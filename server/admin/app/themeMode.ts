import type { Phrase } from '../../../shared/phrases'

export const THEME_CHOICES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]
export type Theme = 'light' | 'dark'

export const THEME_NAMES: Record<ThemeChoice, Phrase> = {
  system: { zh: '跟随系统', en: 'As the system' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
}

const KEY = 'admin-theme'

export function readThemeChoice(storage: Pick<Storage, 'getItem'>): ThemeChoice {
  const kept = storage.getItem(KEY)
  return THEME_CHOICES.find((choice) => choice === kept) ?? 'system'
}

export function keepThemeChoice(storage: Pick<Storage, 'setItem'>, choice: ThemeChoice): void {
  storage.setItem(KEY, choice)
}

export const themeOf = (choice: ThemeChoice, systemIsDark: boolean): Theme =>
  choice === 'system' ? (systemIsDark ? 'dark' : 'light') : choice

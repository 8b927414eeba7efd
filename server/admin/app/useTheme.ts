import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { keepThemeChoice, readThemeChoice, themeOf, type Theme, type ThemeChoice } from './themeMode'

export interface ThemeControl {
  theme: Theme
  choice: ThemeChoice
  choose: (choice: ThemeChoice) => void
}

const systemDark = window.matchMedia('(prefers-color-scheme: dark)')

function watchSystem(changed: () => void): () => void {
  systemDark.addEventListener('change', changed)
  return () => systemDark.removeEventListener('change', changed)
}

/** The theme in force; marks the document so that the tokens follow. */
export function useThemeControl(): ThemeControl {
  const [choice, setChoice] = useState(() => readThemeChoice(localStorage))
  const dark = useSyncExternalStore(watchSystem, () => systemDark.matches)
  const theme = themeOf(choice, dark)

  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])

  return useMemo(
    () => ({
      theme,
      choice,
      choose: (next: ThemeChoice) => {
        keepThemeChoice(localStorage, next)
        setChoice(next)
      },
    }),
    [theme, choice],
  )
}

export const ThemeContext = createContext<ThemeControl>({
  theme: 'light',
  choice: 'system',
  choose: () => undefined,
})

export const useTheme = (): ThemeControl => useContext(ThemeContext)

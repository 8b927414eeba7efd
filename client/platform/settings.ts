import { useSyncExternalStore } from 'react'
import { asSettings, type Settings, type TextSize, type Theme } from './settingsValue'
import { keep, kept } from './storage'

export { GROWTH, TEXT_SIZES, THEMES, type Settings, type TextSize, type Theme } from './settingsValue'

const KEY = 'settings'

let settings: Settings | null = null
const listeners = new Set<() => void>()

export const currentSettings = (): Settings => (settings ??= asSettings(kept<unknown>(KEY)))

/** Calls back after each change, until the returned function is called. */
export function watchSettings(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** A choice holds at once, even when the phone has no room to keep it for the next time. */
function change(part: Partial<Settings>): void {
  settings = { ...currentSettings(), ...part }
  keep(KEY, settings)
  listeners.forEach((listener) => listener())
}

/** Shows another choice without keeping it, as a preview does. */
export function showSettings(shown: Settings): void {
  settings = shown
  listeners.forEach((listener) => listener())
}

const setTheme = (theme: Theme): void => change({ theme })
const setTextSize = (textSize: TextSize): void => change({ textSize })

export interface SettingsView extends Settings {
  setTheme: (theme: Theme) => void
  setTextSize: (size: TextSize) => void
}

export function useSettings(): SettingsView {
  const { theme, textSize } = useSyncExternalStore(watchSettings, currentSettings)
  return { theme, textSize, setTheme, setTextSize }
}

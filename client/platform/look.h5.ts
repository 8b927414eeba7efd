import theme from '../theme.json'
import { currentSettings, GROWTH, watchSettings } from './settings'

/** Tells the document how the member wants to see it; `ui/web.scss` does the rest. */
export function dressDocument(): void {
  const dress = (): void => {
    const { theme: look, textSize } = currentSettings()
    const { dataset, style } = document.documentElement
    if (look === 'system') delete dataset['look']
    else dataset['look'] = look
    style.setProperty('--grow', String(GROWTH[textSize]))
    const dark = look === 'dark' || (look === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
    const colour = document.querySelector('meta[name="theme-color"]')
    colour?.setAttribute('content', theme[dark ? 'dark' : 'light'].heroBackground)
    const scheme = document.querySelector('meta[name="color-scheme"]')
    scheme?.setAttribute('content', look === 'system' ? 'light dark' : look)
  }
  dress()
  watchSettings(dress)
}

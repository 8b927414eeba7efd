import Taro from '@tarojs/taro'
import theme from '../theme.json'
import { TAB_PAGES } from '../routes'
import type { Theme } from './settings'

export type Look = 'light' | 'dark'

const quiet = (): void => undefined

/** Whether a look was ever forced in this run: until then WeChat paints its own bars by theme.json. */
let forced = false

/** The look in which a page is drawn; null: as the phone is set, which the style sheet knows by itself. */
export const lookOf = (setting: Theme): Look | null => (setting === 'system' ? null : setting)

const lookOfPhone = (): Look => {
  try {
    return wx.getAppBaseInfo().theme === 'dark' ? 'dark' : 'light'
  } catch {
    return 'light'
  }
}

/**
 * Gives WeChat's own bars around the page on top the look that the member chose. Has to be called when a page shows: the
 * title bar is each page's own. `hero`: of a page that begins with the band of the association's colour.
 */
export function paintBars(setting: Theme, hero: boolean): void {
  if (setting === 'system' && !forced) return
  forced = true
  try {
    paint(setting, hero)
  } catch {
    // A bar that cannot be painted, on an old phone, must not cost the member the page.
  }
}

function paint(setting: Theme, hero: boolean): void {
  const look = lookOf(setting) ?? lookOfPhone()
  const colours = theme[look]
  const dark = hero || colours.navText === 'white'
  Taro.setNavigationBarColor({
    frontColor: dark ? '#ffffff' : '#000000',
    backgroundColor: hero ? colours.heroBackground : colours.navBackground,
  }).catch(quiet)
  Taro.setBackgroundColor({ backgroundColor: colours.pageBackground }).catch(quiet)
  Taro.setBackgroundTextStyle({ textStyle: colours.pullStyle as 'dark' }).catch(quiet)
  const route = Taro.getCurrentPages().slice(-1)[0]?.route ?? ''
  if (!TAB_PAGES.includes(`/${route}`)) return
  Taro.setTabBarStyle({
    color: colours.tabText,
    selectedColor: colours.tabActive,
    backgroundColor: colours.tabBackground,
    borderStyle: colours.tabBorder as 'black',
  }).catch(quiet)
  const icons = [colours.homeActive, colours.newsActive, colours.bellActive, colours.contactActive, colours.mineActive]
  icons.forEach((selectedIconPath, index) => void Taro.setTabBarItem({ index, selectedIconPath }).catch(quiet))
}

/** The phone's own look has changed: bars that were painted once do not follow it by themselves. Returns how to stop. */
export function watchPhoneLook(listener: () => void): () => void {
  try {
    Taro.onThemeChange(listener)
    return () => Taro.offThemeChange(listener)
  } catch {
    return quiet
  }
}

/** The web's document; in WeChat each page dresses itself. */
export const dressDocument = (): void => undefined

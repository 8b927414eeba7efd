import Taro from '@tarojs/taro'
import { isTabPath, PAGES } from '../routes'

/** Pages that WeChat keeps open above the first; the eleventh has to replace the tenth. */
const DEEPEST = 10

/** Opens a page of the app, by the call that its kind needs. */
export function open(path: string): void {
  if (isTabPath(path)) void Taro.switchTab({ url: path })
  else if (Taro.getCurrentPages().length >= DEEPEST) void Taro.redirectTo({ url: path })
  else void Taro.navigateTo({ url: path })
}

/** One page back, or home when the page was opened from a notice, a share or an address. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: PAGES.home })
}

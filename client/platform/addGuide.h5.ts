import { insidePhone, phoneKnown } from './bridge'

export const GUIDE = '用浏览器菜单里的“添加到主屏幕”，以后在手机桌面就能打开；要收活动提醒，请用微信小程序。'

/** Not in the sandbox's phone, and not when it already runs from the home screen. */
export async function guideWanted(): Promise<boolean> {
  await phoneKnown()
  return !insidePhone() && !matchMedia('(display-mode: standalone)').matches
}

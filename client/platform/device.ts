import Taro from '@tarojs/taro'

export interface MapPoint {
  /** GCJ-02, as WeChat's map and Amap use it. */
  latitude: number
  longitude: number
  name: string
  address: string
}

/** A member who turns the dialog away has not met a fault, so refusals end here. */
const quiet = (): void => undefined

export const callPhone = (phoneNumber: string): void => {
  Taro.makePhoneCall({ phoneNumber }).catch(quiet)
}

export const openMap = (point: MapPoint): void => {
  Taro.openLocation({ ...point, scale: 16 }).catch(quiet)
}

/** Copies a text; WeChat itself says that it did. */
export const copyText = (data: string): void => {
  Taro.setClipboardData({ data }).catch(() => say('没有复制成功，请长按文字复制'))
}

export const previewPictures = (urls: string[], current: string): void => {
  Taro.previewImage({ urls, current }).catch(quiet)
}

/** A web address: a mini-program may not open it, so it is handed to the member. */
export const openAddress = (address: string): void => {
  Taro.setClipboardData({ data: address }).then(() => say('链接已复制，请在浏览器中打开'), quiet)
}

/** One short sentence over the page. */
export const say = (title: string): void => {
  void Taro.showToast({ title, icon: 'none', duration: 2500 })
}

/** How much larger than usual the member has asked WeChat to set text, 1 to 1.5. */
export function textScale(): number {
  try {
    // The usual size is 17 px; care mode on iOS reports 23.8.
    const size = wx.getAppBaseInfo().fontSizeSetting || 17
    return Math.min(1.5, Math.max(1, size / 17))
  } catch {
    return 1
  }
}

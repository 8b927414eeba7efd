import Taro from '@tarojs/taro'
import { askPhone, insidePhone } from './bridge'
import type { MapPoint } from './device'
import { toClipboard } from './webClipboard'

const quiet = (): void => undefined

/** One short sentence over the page. */
export const say = (title: string): void => {
  void Taro.showToast({ title, icon: 'none', duration: 2500 })
}

export const callPhone = (phoneNumber: string): void => {
  if (insidePhone()) askPhone('makePhoneCall', { phoneNumber }).catch(quiet)
  else window.location.href = `tel:${phoneNumber.replace(/[^\d+]/g, '')}`
}

/** Amap's web page: it takes the same coordinates as WeChat's map and needs no key. */
const mapAddress = ({ latitude, longitude, name }: MapPoint): string =>
  `https://uri.amap.com/marker?position=${longitude},${latitude}&name=${encodeURIComponent(name)}`

export const openMap = (point: MapPoint): void => {
  if (insidePhone()) askPhone('openLocation', { ...point }).catch(quiet)
  else window.open(mapAddress(point), '_blank', 'noopener')
}

export const copyText = (data: string): void => {
  const copied = insidePhone() ? askPhone('setClipboardData', { data }) : toClipboard(data)
  copied.then(
    () => say('已复制'),
    () => say('没有复制成功，请长按文字复制'),
  )
}

export { previewPictures } from './picturePreview'

export const openAddress = (address: string): void => {
  window.open(address, '_blank', 'noopener,noreferrer')
}

/** The web's text follows the browser's own font size. */
export const textScale = (): number => 1

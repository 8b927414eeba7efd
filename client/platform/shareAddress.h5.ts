import { copyText } from './device'

export const SHARES_ADDRESS = true

const absolute = (path: string): string => new URL(path, window.location.origin).href

export const copyAddress = (path: string): void => copyText(absolute(path))

/** Opens the browser's share sheet; where there is none the address is copied. Closing the sheet is no fault. */
export function shareAddress(title: string, path: string): void {
  const url = absolute(path)
  if (typeof navigator.share !== 'function') {
    copyText(url)
    return
  }
  navigator.share({ title, url }).catch((refusal: unknown) => {
    if (!(refusal instanceof DOMException) || refusal.name !== 'AbortError') copyText(url)
  })
}

import type { Refusal } from './refusal'

/** WeChat's own browser saves no files. */
const INSIDE_WECHAT: Refusal = {
  words: '微信内不能保存文件。请点右上角“…”，选择在浏览器中打开后再试。',
  settings: false,
}

/** The web: hands a text to the browser as a file to keep or open. Null when the browser took it. */
export function saveFile(name: string, type: string, text: string): Refusal | null {
  if (/MicroMessenger/i.test(navigator.userAgent)) return INSIDE_WECHAT
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.appendChild(link)
  link.click()
  link.remove()
  // Some phones read the file only after the question where to put it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return null
}

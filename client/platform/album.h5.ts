import { say } from './device'

const NAMES: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' }

interface File {
  href: string
  kind: string
}

/** Fetched first, because a link's `download` counts for the own origin only; what was drawn here is there already. */
async function fileOf(address: string): Promise<File> {
  if (address.startsWith('blob:')) return { href: address, kind: 'image/jpeg' }
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`download answered ${answer.status}`)
  const picture = await answer.blob()
  const href = URL.createObjectURL(picture)
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
  return { href, kind: picture.type }
}

/** Saves a picture as a file of the browser's. */
export async function savePicture(address: string): Promise<void> {
  try {
    const { href, kind } = await fileOf(address)
    const link = document.createElement('a')
    link.href = href
    link.download = `${ORGANISATION.shortName}-${Date.now()}.${NAMES[kind] ?? 'png'}`
    link.click()
    say('图片已保存')
  } catch {
    say('图片没有保存成功，请长按图片保存')
  }
}

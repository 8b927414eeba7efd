import type { TextFile } from './textFile'

/** Long enough for every browser to have taken the file. */
const HELD_MS = 60_000

/** Hands a text to the browser as a download. */
export function putTextFile(name: string, text: string): Promise<TextFile> {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), HELD_MS)
  return Promise.resolve({ name, handOn: null })
}

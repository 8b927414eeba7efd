import type { FileToOpen } from './openFile'

/** The web: the browser keeps the file, under the name that the server gives it. */
export function openFile({ address, name }: FileToOpen): Promise<void> {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  return Promise.resolve()
}

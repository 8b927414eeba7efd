/** The browser's older way: a page that did not come over https has no `navigator.clipboard`. */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.style.cssText = 'position:fixed;top:0;opacity:0'
  document.body.append(field)
  field.select()
  try {
    return document.execCommand('copy')
  } finally {
    field.remove()
    if (focused instanceof HTMLElement) focused.focus()
  }
}

/** Within a tap. Rejects when neither way is open. */
export async function toClipboard(text: string): Promise<void> {
  // Lib types promise a clipboard that only secure pages have.
  const clipboard = navigator.clipboard as Clipboard | undefined
  if (clipboard) {
    try {
      return await clipboard.writeText(text)
    } catch {
      // refused, as in a frame: the older way may still be open
    }
  }
  if (!copyBySelection(text)) throw new Error('the browser does not copy')
}

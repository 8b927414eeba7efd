/**
 * The address of a link as it is kept, or null when it is none that readers may follow: http(s), telephone and mail.
 * A bare host gets `https://`, a bare telephone number `tel:`.
 */
export function normaliseHref(typed: string): string | null {
  const text = typed.trim()
  if (text === '' || /\s/.test(text)) return null
  if (/^\+?[\d-]{5,20}$/.test(text)) return `tel:${text}`
  if (/^[^@/:]+@[^@/:]+\.[^@/:]+$/.test(text)) return `mailto:${text}`
  // `example.org:8080` has a port, not a scheme
  const schemed = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w-]+(?:\.[\w-]+)+:\d/.test(text)
  const full = schemed ? text : `https://${text}`
  try {
    const url = new URL(full)
    if (url.protocol === 'tel:' || url.protocol === 'mailto:') return full
    const web = url.protocol === 'https:' || url.protocol === 'http:'
    return web && url.hostname.includes('.') ? full : null
  } catch {
    return null
  }
}

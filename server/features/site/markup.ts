const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** What XML 1.0 does not hold at all, however it is written. */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex -- they are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text that every reader takes. */
export const plain = (text: string): string => text.replace(FORBIDDEN, '')

export const escaped = (text: string): string => plain(text).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)

/** Text that is markup already. */
export class Markup {
  constructor(readonly text: string) {}
}

export type Part = string | number | Markup | null | false | Part[]

function written(part: Part): string {
  if (part === null || part === false) return ''
  if (part instanceof Markup) return part.text
  if (Array.isArray(part)) return part.map(written).join('')
  return escaped(String(part))
}

/** HTML or XML from a template: whatever is put into it is escaped, unless it is markup. */
export const markup = (strings: TemplateStringsArray, ...parts: Part[]): Markup =>
  new Markup(strings.map((text, at) => text + written(parts[at] ?? null)).join(''))

/** Data within a page: no sign of it ends the element. */
export const jsonData = (value: unknown): Markup =>
  new Markup(
    `<script type="application/ld+json">${plain(JSON.stringify(value)).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}</script>`,
  )

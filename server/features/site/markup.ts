const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** What XML 1.0 does not hold at all, however it is written. */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex -- they are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Nearly every text holds none of these, and is looked through once. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNUSUAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/
const MARKS = /[&<>"']/

/** Text that every reader takes. */
export const plain = (text: string): string => (UNUSUAL.test(text) ? text.replace(FORBIDDEN, '') : text)

export const escaped = (text: string): string => {
  const taken = plain(text)
  return MARKS.test(taken) ? taken.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign) : taken
}

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
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  let text = strings[0] ?? ''
  for (const [at, part] of parts.entries()) text += written(part) + (strings[at + 1] ?? '')
  return new Markup(text)
}

/** Data within a page: no sign of it ends the element. */
export const jsonData = (value: unknown): Markup =>
  new Markup(
    `<script type="application/ld+json">${plain(JSON.stringify(value)).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}</script>`,
  )

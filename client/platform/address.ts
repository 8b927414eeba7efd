export interface AddressParts {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
}

const text = (value: unknown): string => encodeURIComponent(String(value))

/** The path of a call: `{name}` filled from `params`, `query` behind it. WeChat has no `URLSearchParams`. */
export function addressOf(template: string, { params = {}, query = {} }: AddressParts): string {
  const path = template.replace(/\{(\w+)\}/g, (_whole, name: string) => text(params[name]))
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}=${text(value)}`)
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`
}

/** The full address of a picture: the server hands out paths of its own. */
export const pictureAddress = (url: string): string => (url.startsWith('/') ? API_BASE + url : url)

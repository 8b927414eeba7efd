import { t } from '../../language'

/** Takes a picture on and says under which key. */
export type Hold = (picture: { name: string; file?: File | null; origin?: string | null }) => string

/** Our own storage, with or without this very site's host before it. */
const ownPath = (source: string): string | null => {
  const { origin } = window.location
  const path = source.startsWith(`${origin}/`) ? source.slice(origin.length) : source
  return /^\/uploads\/[\w.-]+$/.test(path) ? path : null
}

function fileOf(source: string, name: string): File | null {
  const [, type = '', base64, data = ''] =
    /^data:(image\/[\w.+-]+)((?:;[\w=-]+)*;base64)?,([\s\S]*)$/i.exec(source) ?? []
  if (type === '' || base64 === undefined) return null
  try {
    const bytes = Uint8Array.from(atob(data.replace(/\s+/g, '')), (letter) => letter.charCodeAt(0))
    return new File([bytes], `${name}.${type.slice(6)}`, { type })
  } catch {
    return null
  }
}

/** What staff would call a picture: its file, or whose site it is from; numbered, so that two are told apart. */
function nameOf(source: string, number: number): string {
  const path = source.split(/[?#]/)[0] ?? ''
  const last = path.split(/[\\/]/).at(-1) ?? ''
  const host = /^https?:\/\/([^/:?#]+)/i.exec(source)?.[1]
  if (/^file:/i.test(source) && last !== '') return decoded(last)
  const plain = /\.\w{3,4}$/.test(last) && !source.startsWith('data:') ? decoded(last) : (host ?? '')
  const numbered = t(`图片 ${number}`, `Picture ${number}`)
  return plain === '' ? numbered : t(`${numbered}，${plain}`, `${numbered}, ${plain}`)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * Makes places of the pictures of a pasted page that are not ours. `beside`: what came with the text in another form, in
 * the order of the pictures that the page names as files.
 */
export function holdPictures(page: Document, hold: Hold, beside: File[]): void {
  const pictures = [...page.querySelectorAll('img')].map((picture) => ({
    picture,
    source: picture.getAttribute('src') ?? '',
  }))
  const onDisk = pictures.filter(({ source }) => /^file:/i.test(source))
  const matched = onDisk.length === beside.length ? beside : []
  for (const [index, { picture, source }] of pictures.entries()) {
    const own = ownPath(source)
    if (own !== null) {
      picture.setAttribute('src', own)
      continue
    }
    const name = nameOf(source, index + 1)
    const place = page.createElement('img')
    const found = onDisk.findIndex((entry) => entry.picture === picture)
    const file = found >= 0 ? (matched[found] ?? null) : fileOf(source, name)
    const origin = /^https?:\/\//i.test(source) ? source : null
    place.setAttribute('data-held', hold({ name, file, origin }))
    place.setAttribute('data-name', name)
    if (origin !== null) place.setAttribute('data-origin', origin)
    const alt = picture.getAttribute('alt') ?? ''
    // official accounts and Word write such things themselves
    if (!/^(\u56fe\u7247|\u56fe\u793a|image|picture \d+)$/i.test(alt) && alt.length <= 120)
      place.setAttribute('alt', alt)
    picture.replaceWith(place)
  }
}

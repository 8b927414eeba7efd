import { load } from 'cheerio'
import type { Brought } from './bringFiles'
import { escapeValue } from './inline'
import type { BroughtAttachment } from './ports'
import { SAVED } from './sources/source'

/** What is said around a link and says nothing without it. */
const AROUND = /附件|下载|点击|[\s\d.,，、。:：;；()（）【】[\]]/g

const cardOf = ({ id, name, bytes }: BroughtAttachment): string =>
  `<aside data-file="${id}" data-name="${escapeValue(name)}" data-bytes="${bytes}"></aside>`

/** A link becomes a card behind the paragraph that it stood in, or in its place when nothing else is said there. */
function withCards(html: string, attachments: Brought['attachments']): string {
  const $ = load(html, null, false)
  for (const block of $.root().children().toArray()) {
    const links = $(block)
      .find('a[href]')
      .toArray()
      .filter((link) => attachments.has($(link).attr('href') ?? ''))
    if (links.length === 0) continue
    const hrefs = new Set(links.map((link) => $(link).attr('href') ?? ''))
    const cards = [...hrefs].flatMap((href) => attachments.get(href) ?? []).map(cardOf)
    $(block).after(cards.join(''))
    const rest = $(block).clone()
    rest.find('a[href]').each((_at, link) => {
      if (attachments.has($(link).attr('href') ?? '')) $(link).remove()
    })
    const isAlone = !['table', 'blockquote'].includes(block.name) && rest.text().replace(AROUND, '') === ''
    if (isAlone && rest.find('img').length === 0) $(block).remove()
    else for (const link of links) $(link).replaceWith($(link).contents())
  }
  return $.html()
}

/** Links to what lay beside the saved pages lead nowhere any more: their words stay. */
const DEAD = new RegExp(`<a href="${SAVED}[^"]*">([\\s\\S]*?)</a>`, 'g')

/** The body with what was brought over in its places. */
export function placeFiles(html: string, { pictures, attachments }: Brought): string {
  const carded = attachments.size === 0 ? html : withCards(html, attachments)
  const shown = [...pictures].reduce(
    (body, [address, { file }]) => body.replaceAll(`src="${escapeValue(address)}"`, `src="/uploads/${file}"`),
    carded,
  )
  return shown.replace(DEAD, '$1')
}

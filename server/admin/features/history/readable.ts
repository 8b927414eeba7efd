import { t } from '../../ui/language'

const BLOCKS = 'p, h1, h2, h3, h4, li, blockquote, tr, figure, hr, img'

/**
 * The words of a body, one line a block, as they are compared; pictures and lines between parts stand as words. Nothing
 * of the markup runs: a parsed document is not part of the page.
 */
export function readable(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const image of body.querySelectorAll('img'))
    image.replaceWith(t(`〔图片：${image.alt || '没有说明'}〕`, `[picture: ${image.alt || 'no description'}]`))
  for (const line of body.querySelectorAll('hr')) line.replaceWith(t('〔分隔线〕\n', '[line]\n'))
  for (const lineBreak of body.querySelectorAll('br')) lineBreak.replaceWith('\n')
  for (const cell of body.querySelectorAll('td, th')) cell.append(' ')
  for (const block of body.querySelectorAll(BLOCKS)) block.append('\n')
  const lines = (body.textContent ?? '').split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').join('\n')
}

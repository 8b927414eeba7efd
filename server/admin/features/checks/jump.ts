import { t } from '../../ui/language'

/** Where on the desk a finding is. */
export type Place =
  | { at: 'title' }
  | { at: 'body' }
  | { at: 'cover' }
  | { at: 'picture'; index: number }
  | { at: 'held' }
  | { at: 'link'; url: string }
  | { at: 'text'; words: string }
  | { at: 'field'; label: string }

const body = (): HTMLElement | null => document.querySelector('.ProseMirror')

function select(range: Range): void {
  body()?.focus()
  const selection = window.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
}

function selectWords(words: string): void {
  const root = body()
  if (root === null) return
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const start = (node.textContent ?? '').indexOf(words)
    if (start < 0) continue
    const range = document.createRange()
    range.setStart(node, start)
    range.setEnd(node, start + words.length)
    return select(range)
  }
  root.focus()
}

function selectLink(url: string): void {
  const link = [...(body()?.querySelectorAll('a[href]') ?? [])].find((found) => found.getAttribute('href') === url)
  if (link === undefined) return body()?.focus()
  const range = document.createRange()
  range.selectNodeContents(link)
  select(range)
}

function focusOn(element: HTMLElement | null | undefined): void {
  element?.scrollIntoView({ block: 'center' })
  element?.focus()
}

const fieldOf = (label: string): HTMLElement | null => {
  const named = [...document.querySelectorAll('label')].find((found) => found.textContent === label)
  return named === undefined ? null : document.getElementById(named.htmlFor)
}

/** Brings what a finding is about into view and under the cursor. */
export function jumpTo(place: Place): void {
  switch (place.at) {
    case 'title':
      return focusOn(document.querySelector<HTMLElement>(`textarea[aria-label="${t('标题', 'Title')}"]`))
    case 'body':
      return focusOn(body())
    case 'cover':
      return focusOn(
        document.querySelector<HTMLElement>(`[role="group"][aria-label="${t('封面图片', 'Cover picture')}"] button`),
      )
    case 'picture':
      return focusOn(body()?.querySelectorAll('figure:not([data-held-place])')[place.index]?.querySelector('input'))
    case 'held':
      return focusOn(body()?.querySelector<HTMLElement>('[data-held-place]'))
    case 'link':
      return selectLink(place.url)
    case 'text':
      return selectWords(place.words)
    case 'field':
      return focusOn(fieldOf(place.label))
  }
}

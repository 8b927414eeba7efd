/** Files that old pages hung beside an article, of kinds that we keep and of others that are missed aloud. */
const ENDING = /\.(docx?|xlsx?|pptx?|pdf|zip|rar|7z|txt|wps|et|dps)$/i
/** Words that say nothing of the file. */
const EMPTY = /^(?:请?(?:点击|点此|单击)?(?:这里|此处)?(?:下载|查看|打开|浏览)?(?:附件|文件|全文|地址)?(?:下载)?)$/
const HINT = /\s*[（(【[](?:请?点击)?(?:下载|查看)[）)】\]]$/

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Names of a file that an address holds: its path, and what its question asks for, as in `down.asp?file=a.doc`. */
function namesIn(href: string): string[] {
  const [address = '', question = ''] = (href.split('#')[0] ?? '').split('?')
  const asked = question.split('&').map((part) => part.slice(part.indexOf('=') + 1))
  return [address, ...asked].map((part) => decoded(part.split('/').pop() ?? ''))
}

const fileIn = (href: string): string | null => namesIn(href).find((name) => ENDING.test(name)) ?? null

/** Whether a link leads to a file rather than to a page: by its address, or by what it is called. */
export const isAttachmentLink = (href: string, words: string): boolean =>
  !/^(?:mailto|tel):/i.test(href) && (fileIn(href) !== null || ENDING.test(words))

/** What a file is called in the page, ending as the file does; by its own name where the page only says 下载. */
export function attachmentName(href: string, words: string): string {
  const file = fileIn(href)
  const said = words.replace(HINT, '').trim()
  const ending = (ENDING.exec(file ?? '') ?? ENDING.exec(said))?.[0]?.toLowerCase() ?? ''
  const own = (file ?? '').replace(ENDING, '')
  // Names that a program gave are numbers.
  const base = EMPTY.test(said) ? (/^[\d_a-f-]*$/i.test(own) ? '附件' : own) : said.replace(ENDING, '')
  return `${base}${ending}`
}

/** Kinds of which none is ever kept, whatever is in them. */
export const isNeverKept = (name: string): boolean => /\.(?:rar|7z|txt)$/i.test(name)

import type sanitizeHtml from 'sanitize-html'
import { kindOf } from '../../../../shared/domain/attachments'

/** Pictures that this server keeps; any other source is dropped with its element. */
export const OWN_PICTURE = /^\/uploads\/[0-9a-z]{26}\.webp$/

/** A file or a video among the text: `<aside data-file="id" …>` or `<aside data-video="https://…" …>`. */
const FILE_ID = /^[0-9a-hjkmnp-tv-z]{26}$/
const VIDEO = /^https:\/\/[^\s/?#@]+\.[^\s/?#@]+(?:[/?#]\S*)?$/i
const CARD = ['data-file', 'data-name', 'data-bytes', 'data-video', 'data-title', 'data-cover']

/** What a card says, cut to what may be said; null: it is none. */
function cardOf(given: sanitizeHtml.Attributes): sanitizeHtml.Attributes | null {
  const file = given['data-file'] ?? ''
  const bytes = Number(given['data-bytes'])
  if (FILE_ID.test(file) && kindOf(given['data-name'] ?? '') !== null && Number.isSafeInteger(bytes) && bytes > 0) {
    return { 'data-file': file, 'data-name': (given['data-name'] ?? '').slice(-120), 'data-bytes': String(bytes) }
  }
  const video = (given['data-video'] ?? '').trim()
  const title = (given['data-title'] ?? '').trim().slice(0, 60)
  if (!VIDEO.test(video) || video.length > 500 || title === '') return null
  const cover = given['data-cover'] ?? ''
  return { 'data-video': video, 'data-title': title, ...(OWN_PICTURE.test(cover) ? { 'data-cover': cover } : {}) }
}

const ALIGN = { 'text-align': [/^(?:left|center|right)$/] }

/**
 * What an article may hold. Everything else goes: unknown elements leave their text behind, scripts, styles and forms
 * leave nothing.
 */
const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'hr', 'br', 'img', 'figure', 'figcaption', 'aside'],
    ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'strong', 'em', 'u', 's', 'code', 'a'],
  ],
  allowedAttributes: {
    a: ['href', 'rel', 'target'],
    aside: CARD,
    img: ['src', 'alt'],
    p: ['style'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
  },
  allowedStyles: { p: ALIGN },
  allowedSchemes: ['http', 'https', 'tel', 'mailto'],
  allowProtocolRelative: false,
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'title',
    'iframe',
    'object',
    'svg',
    'math',
    'template',
  ],
  nestingLimit: 40,
  transformTags: {
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    b: 'strong',
    i: 'em',
    del: 's',
    strike: 's',
    ins: 'u',
    pre: 'p',
    // an aside that is no card of ours is not kept: its words are
    aside: (tagName, attribs) => {
      const card = cardOf(attribs)
      return card === null ? { tagName: 'span', attribs: {} } : { tagName, attribs: card, text: '' }
    },
    a: (tagName, { href = '' }) => ({
      tagName,
      attribs: { href: href.trim(), rel: 'noopener noreferrer', target: '_blank' },
    }),
  },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !OWN_PICTURE.test(attribs.src ?? ''),
}

/** Members never need it, and it carries a parser of style sheets: loaded when staff first read or write. */
const sanitizer = (): typeof sanitizeHtml => require('sanitize-html') as typeof sanitizeHtml // eslint-disable-line @typescript-eslint/no-require-imports

/** Keeps what the allow-list names. Run when a body is written and again when it is read for staff. */
export const sanitiseBody = (html: string): string => sanitizer()(html, OPTIONS).trim()

/** File names of the pictures that a sanitised body shows. */
export const picturesIn = (html: string): string[] => [
  ...new Set([...html.matchAll(/<img src="\/uploads\/([0-9a-z]{26}\.webp)"/g)].map(([, file = '']) => file)),
]

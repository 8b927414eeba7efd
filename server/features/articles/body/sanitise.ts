import type sanitizeHtml from 'sanitize-html'

/** Pictures that this server keeps; any other source is dropped with its element. */
export const OWN_PICTURE = /^\/uploads\/[0-9a-z]{26}\.webp$/

const ALIGN = { 'text-align': [/^(?:left|center|right)$/] }

/**
 * What an article may hold. Everything else goes: unknown elements leave their text behind, scripts, styles and forms
 * leave nothing.
 */
const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'hr', 'br', 'img', 'figure', 'figcaption'],
    ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'strong', 'em', 'u', 's', 'code', 'a'],
  ],
  allowedAttributes: {
    a: ['href', 'rel', 'target'],
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

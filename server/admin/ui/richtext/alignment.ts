import { Extension } from '@tiptap/react'

const PLACES = ['center', 'right'] as const
export type Alignment = (typeof PLACES)[number] | null

/**
 * Centred and right-set paragraphs, as official letters use them for signatures. Written as `style="text-align: …"`,
 * the one style that the server's allow-list keeps, and on paragraphs only.
 */
export const TextAlignment = Extension.create({
  name: 'textAlignment',
  addGlobalAttributes() {
    return [
      {
        types: ['paragraph'],
        attributes: {
          textAlign: {
            default: null,
            parseHTML: (element: HTMLElement): Alignment => {
              // the page's security policy empties `element.style` of what is parsed: the attribute's text still tells
              const style = /text-align:\s*(\w+)/.exec(element.getAttribute('style') ?? '')?.[1]
              return PLACES.find((place) => place === style || place === element.getAttribute('align')) ?? null
            },
            renderHTML: (attributes: { textAlign?: Alignment }) =>
              attributes.textAlign ? { style: `text-align: ${attributes.textAlign}` } : {},
          },
        },
      },
    ]
  },
})

/**
 * The same markup with `align` for the style: parsing a `style` attribute breaks the page's security policy, which the
 * browser reports for each paragraph.
 */
export const withoutAlignmentStyles = (html: string): string =>
  html.replace(/<p style="text-align:\s*(left|center|right);?\s*"/g, '<p align="$1"')

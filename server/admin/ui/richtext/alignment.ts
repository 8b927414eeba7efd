import { Extension } from '@tiptap/react'

const PLACES = ['center', 'right'] as const
export type Alignment = (typeof PLACES)[number] | null

/**
 * Centred and right-set paragraphs, as official letters use them for titles and signatures. Written as
 * `style="text-align: …"`, the one style that the server's allow-list keeps.
 */
export const TextAlignment = Extension.create({
  name: 'textAlignment',
  addGlobalAttributes() {
    return [
      {
        types: ['paragraph', 'heading'],
        attributes: {
          textAlign: {
            default: null,
            parseHTML: (element: HTMLElement): Alignment =>
              PLACES.find((place) => place === element.style.textAlign || place === element.getAttribute('align')) ??
              null,
            renderHTML: (attributes: { textAlign?: Alignment }) =>
              attributes.textAlign ? { style: `text-align: ${attributes.textAlign}` } : {},
          },
        },
      },
    ]
  },
})

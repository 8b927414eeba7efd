import { mergeAttributes, Node, ReactNodeViewRenderer, type Editor } from '@tiptap/react'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { PictureDesk } from './pictureDesk'
import { HeldPictureView } from './HeldPictureView'
import type { UploadedPicture } from './uploadedPicture'

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Puts a picture into the places that were held for it; undoing takes it out as it would the place. */
function putInPlace(view: EditorView, key: string, { url: src, width, height }: UploadedPicture): void {
  const { image } = view.state.schema.nodes
  if (view.isDestroyed || image === undefined) return
  const places: { at: number; alt: string }[] = []
  view.state.doc.descendants((node, at) => {
    if (node.type.name === 'heldPicture' && node.attrs.key === key) places.push({ at, alt: textOf(node.attrs.alt) })
  })
  const change = view.state.tr.setMeta('addToHistory', false)
  for (const { at, alt } of places.reverse()) change.replaceWith(at, at + 1, image.create({ src, alt, width, height }))
  if (places.length > 0) view.dispatch(change)
}

/** Tells the desk of every place that stands in the text. */
function tellSeen(view: EditorView, desk: PictureDesk): void {
  view.state.doc.descendants((node) => {
    if (node.type.name !== 'heldPicture') return
    const origin = textOf(node.attrs.origin)
    desk.seen(textOf(node.attrs.key), textOf(node.attrs.name), origin === '' ? null : origin)
  })
}

const attribute = (name: string) => ({
  default: '',
  parseHTML: (element: HTMLElement) => element.getAttribute(name) ?? '',
  renderHTML: () => ({}),
})

/**
 * The place of a picture that is still to be brought into our storage. The server leaves it out of what it keeps, so an
 * article can be saved meanwhile; the browser's own copy keeps it.
 */
export const HeldPicture = Node.create<{ desk: () => PictureDesk | null }>({
  name: 'heldPicture',
  group: 'block',
  atom: true,
  draggable: true,
  addOptions: () => ({ desk: () => null }),
  addAttributes: () => ({
    key: attribute('data-held'),
    name: attribute('data-name'),
    origin: attribute('data-origin'),
    alt: attribute('alt'),
  }),
  parseHTML: () => [{ tag: 'img[data-held]', priority: 60 }],
  renderHTML: ({ node, HTMLAttributes }) => {
    const { key, name, origin, alt } = node.attrs
    return ['img', mergeAttributes(HTMLAttributes, { 'data-held': key, 'data-name': name, 'data-origin': origin, alt })]
  },
  addNodeView: () => ReactNodeViewRenderer(HeldPictureView),
  addProseMirrorPlugins() {
    const desk = this.options.desk()
    if (desk === null) return []
    return [
      new Plugin({
        key: new PluginKey('heldPictures'),
        view(view) {
          desk.onKept((key, picture) => putInPlace(view, key, picture))
          tellSeen(view, desk)
          return {
            update: (now, before) => {
              if (!now.state.doc.eq(before.doc)) tellSeen(now, desk)
            },
          }
        },
      }),
    ]
  },
})

/** How many places stand in the text, and how many of them failed. */
export function countHeld(editor: Editor, desk: PictureDesk): { all: number; failed: number } {
  let [all, failed] = [0, 0]
  editor.state.doc.descendants((node) => {
    if (node.type.name !== 'heldPicture') return
    all += 1
    if (desk.find(textOf(node.attrs.key))?.state === 'failed') failed += 1
  })
  return { all, failed }
}

import { Extension, type Editor } from '@tiptap/react'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { withoutForeignPictures } from './foreignPictures'
import { withStylesAsElements } from './pastedStyles'
import { beginUpload, endUpload, uploadMarksPlugin, uploadPlace } from './uploadMarks'

export interface UploadedPicture {
  url: string
  width: number
  height: number
}

export interface UploadHandlers {
  /** Sends one file; its rejection is told to `failed`. */
  upload: (file: File) => Promise<UploadedPicture>
  failed: (file: File, error: unknown) => void
  /** So many more (or, negative, fewer) pictures are on their way. */
  counted: (change: number) => void
  /** So many pictures of other sites were left out of a paste. */
  leftOut: (count: number) => void
}

const picturesIn = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'))

interface Waiting {
  id: string
  file: File
  preview: string
}

async function bring(view: EditorView, { id, file, preview }: Waiting, handlers: UploadHandlers): Promise<void> {
  try {
    const picture = await handlers.upload(file)
    if (view.isDestroyed) return
    const where = uploadPlace(view.state, id)
    const { url: src, width, height } = picture
    const node = view.state.schema.nodes.image?.create({ src, alt: '', width, height })
    const transaction = endUpload(view.state, id)
    if (where !== null && node !== undefined) transaction.insert(beforeEmptyLine(view, where), node)
    view.dispatch(transaction)
  } catch (error) {
    if (!view.isDestroyed) view.dispatch(endUpload(view.state, id))
    handlers.failed(file, error)
  } finally {
    URL.revokeObjectURL(preview)
    handlers.counted(-1)
  }
}

/** The line that the editor keeps free after a last picture comes after the next picture too. */
function beforeEmptyLine(view: EditorView, at: number): number {
  const { nodeBefore, parentOffset } = view.state.doc.resolve(at)
  const emptyLine = nodeBefore?.type.name === 'paragraph' && nodeBefore.content.size === 0
  return emptyLine && parentOffset > nodeBefore.nodeSize ? at - nodeBefore.nodeSize : at
}

/** After the block that holds `at`: pictures are blocks of their own. */
function blockEnd(view: EditorView, at: number): number {
  const position = view.state.doc.resolve(at)
  return position.depth === 0 ? at : position.after(1)
}

/** Marks the place of every picture after the block at `at`, then uploads them one after the other, in their order. */
export async function uploadPictures(editor: Editor, files: File[], handlers: UploadHandlers, at?: number) {
  const { view } = editor
  const target = blockEnd(view, at ?? view.state.selection.to)
  handlers.counted(files.length)
  const waiting = files.map((file) => ({ id: crypto.randomUUID(), file, preview: URL.createObjectURL(file) }))
  for (const { id, preview } of waiting) view.dispatch(beginUpload(view.state, id, target, preview))
  for (const picture of waiting) await bring(view, picture, handlers)
}

/** Pictures that are pasted or dropped are uploaded; those that pasted pages refer to are left out, and that is said. */
export const Uploads = Extension.create<{ handlers: () => UploadHandlers }>({
  name: 'uploads',
  addProseMirrorPlugins() {
    const { editor, options } = this
    const take = (files: File[], at?: number): boolean => {
      if (files.length === 0) return false
      void uploadPictures(editor, files, options.handlers(), at)
      return true
    }
    return [
      uploadMarksPlugin(),
      new Plugin({
        key: new PluginKey('uploads'),
        props: {
          handlePaste(_view, event) {
            // office programs put a picture of the text beside the text: the text is what was meant
            const hasText = event.clipboardData?.types.includes('text/html') === true
            return hasText ? false : take(picturesIn(event.clipboardData))
          },
          handleDrop(view, event) {
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
            return take(picturesIn(event.dataTransfer), at)
          },
          transformPastedHTML: withStylesAsElements,
          transformPasted(slice) {
            const { slice: kept, leftOut } = withoutForeignPictures(slice)
            if (leftOut > 0) options.handlers().leftOut(leftOut)
            return kept
          },
        },
      }),
    ]
  },
})

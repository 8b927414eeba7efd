import { Extension, type Editor } from '@tiptap/react'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { insertBlock } from './insertBlock'
import { cleanPaste } from './paste/cleanPaste'
import { holdPictures } from './paste/pastedPictures'
import { rtfPictures } from './paste/rtfPictures'
import type { PictureDesk } from './pictures/pictureDesk'

const picturesIn = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'))

/** A picture that was copied in a browser comes as a file and as markup that says nothing else. */
const saysNothing = (html: string): boolean => {
  const words = html.replace(/<!--[\s\S]*?-->|<(style|head)[\s\S]*?<\/\1>|<[^>]*>|&nbsp;|\s/gi, '')
  return words === '' && (html.match(/<img\b/gi)?.length ?? 0) <= 1
}

/** Holds a place for every picture and sends them on their way. */
export function placePictures(editor: Editor, files: File[], desk: PictureDesk, at = editor.state.selection.to): void {
  const places = files.map((file) => ({ type: 'heldPicture', attrs: { key: desk.hold({ name: file.name, file }) } }))
  insertBlock(editor, places, at)
}

export interface UploadOptions {
  desk: () => PictureDesk
  /** Tables of so many rows were left out of a paste. */
  tooLong: (rows: number[]) => void
}

/** Pictures that are pasted or dropped go to our storage, and so do those that a pasted page refers to. */
export const Uploads = Extension.create<UploadOptions>({
  name: 'uploads',
  addProseMirrorPlugins() {
    const { editor, options } = this
    let beside: File[] = []
    const take = (files: File[], at?: number): boolean => {
      if (files.length === 0) return false
      placePictures(editor, files, options.desk(), at)
      return true
    }
    return [
      new Plugin({
        key: new PluginKey('uploads'),
        props: {
          handleDOMEvents: {
            paste(_view, { clipboardData }) {
              const rtf = clipboardData?.getData('text/rtf') ?? ''
              beside = rtf === '' ? [] : rtfPictures(rtf)
              return false
            },
          },
          handlePaste(_view, { clipboardData }) {
            // office programs put a picture of the text beside the text: the text is what was meant
            const html = clipboardData?.getData('text/html') ?? ''
            return html === '' || saysNothing(html) ? take(picturesIn(clipboardData)) : false
          },
          handleDrop(view, event) {
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
            return take(picturesIn(event.dataTransfer), at)
          },
          transformPastedHTML(html) {
            const files = beside
            beside = []
            const { html: clean, longTables } = cleanPaste(html, (page) =>
              holdPictures(page, (picture) => options.desk().hold(picture), files),
            )
            if (longTables.length > 0) options.tooLong(longTables)
            return clean
          },
        },
      }),
    ]
  },
})

import { Image } from '@tiptap/extension-image'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { PictureView } from './PictureView'

/** A picture of our own server with its alternative text, which is written right below it. */
export const Picture = Image.extend({
  addNodeView() {
    return ReactNodeViewRenderer(PictureView)
  },
})

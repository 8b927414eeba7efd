import { mergeAttributes, Node, ReactNodeViewRenderer } from '@tiptap/react'
import { FileCardView, VideoCardView } from './CardViews'

const attribute = (name: string) => ({
  default: '',
  parseHTML: (element: HTMLElement) => element.getAttribute(name) ?? '',
  renderHTML: () => ({}),
})

/** A file among the text; `<aside data-file="id" …>`, as the server's allow-list knows it. */
export const FileCard = Node.create({
  name: 'fileCard',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    file: attribute('data-file'),
    name: attribute('data-name'),
    bytes: attribute('data-bytes'),
  }),
  parseHTML: () => [{ tag: 'aside[data-file]' }],
  renderHTML: ({ node, HTMLAttributes }) => {
    const { file, name, bytes } = node.attrs
    return ['aside', mergeAttributes(HTMLAttributes, { 'data-file': file, 'data-name': name, 'data-bytes': bytes })]
  },
  addNodeView: () => ReactNodeViewRenderer(FileCardView),
})

/** A video of another site among the text; `<aside data-video="https://…" …>`. */
export const VideoCard = Node.create({
  name: 'videoCard',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    video: attribute('data-video'),
    title: attribute('data-title'),
    cover: attribute('data-cover'),
  }),
  parseHTML: () => [{ tag: 'aside[data-video]' }],
  renderHTML: ({ node, HTMLAttributes }) => {
    const { video, title, cover } = node.attrs
    const shown = cover === '' ? {} : { 'data-cover': cover }
    return ['aside', mergeAttributes(HTMLAttributes, { 'data-video': video, 'data-title': title, ...shown })]
  },
  addNodeView: () => ReactNodeViewRenderer(VideoCardView),
})

import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** Holds the place of a picture that is still on its way; moves with the text and is never part of the document. */
type Move = { type: 'begin'; id: string; at: number; preview: string } | { type: 'end'; id: string }

const key = new PluginKey<DecorationSet>('uploadMarks')

function placeholder(preview: string): HTMLElement {
  const box = document.createElement('div')
  box.className = 'picture-on-its-way'
  const picture = document.createElement('img')
  picture.src = preview
  picture.alt = '正在上传图片'
  const words = document.createElement('span')
  words.textContent = '正在上传…'
  box.append(picture, words)
  return box
}

export const uploadMarksPlugin = () =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, marks) {
        const moved = marks.map(transaction.mapping, transaction.doc)
        const move = transaction.getMeta(key) as Move | undefined
        if (move?.type === 'begin') {
          const mark = Decoration.widget(move.at, () => placeholder(move.preview), { id: move.id, side: 1 })
          return moved.add(transaction.doc, [mark])
        }
        if (move?.type === 'end') return moved.remove(moved.find(undefined, undefined, (spec) => spec.id === move.id))
        return moved
      },
    },
    props: {
      decorations: (state) => key.getState(state),
    },
  })

export const beginUpload = (state: EditorState, id: string, at: number, preview: string) =>
  state.tr.setMeta(key, { type: 'begin', id, at, preview } satisfies Move)

export const endUpload = (state: EditorState, id: string) => state.tr.setMeta(key, { type: 'end', id } satisfies Move)

/** Where the picture belongs now, or null when its surroundings were deleted meanwhile. */
export function uploadPlace(state: EditorState, id: string): number | null {
  const [mark] = key.getState(state)?.find(undefined, undefined, (spec) => spec.id === id) ?? []
  return mark?.from ?? null
}

import { Extension } from '@tiptap/react'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { matching, type Inserts, type SlashEntry } from './entries'

export const SLASH_LIST = 'slash-list'
export const optionId = (entry: SlashEntry): string => `${SLASH_LIST}-${entry.id}`

export interface SlashOpen {
  /** From the slash to the cursor. */
  from: number
  to: number
  query: string
  shown: SlashEntry[]
  /** Which of `shown` Enter takes. */
  active: number
}

interface SlashState {
  open: SlashOpen | null
  /** Where the slash stands that somebody put aside with Escape. */
  aside: number | null
}

type SlashMove = { to: number } | 'aside'

export const slashKey = new PluginKey<SlashState>('slash')

/** At the beginning of a block or after a space: “和/或” is a word. A Chinese keyboard gives 、 for the same key. */
const SLASH = /(?:^|[\s\u3000])\/([^\s/]{0,16})$|^、([^\s、]{0,16})$/

/** The slash before the cursor with what is typed after it. */
export function slashBefore(state: EditorState): Pick<SlashOpen, 'from' | 'to' | 'query'> | null {
  const { selection } = state
  if (!(selection instanceof TextSelection) || !selection.empty) return null
  const { $from } = selection
  const text = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc')
  const found = SLASH.exec(text)
  if (found === null) return null
  const query = found[1] ?? found[2] ?? ''
  return { from: $from.pos - query.length - 1, to: $from.pos, query }
}

const inTable = ({ selection: { $from } }: EditorState): boolean =>
  Array.from({ length: $from.depth }, (_, depth) => $from.node(depth + 1).type.name).includes('table')

function follow(tr: Transaction, before: SlashState, state: EditorState): SlashState {
  const aside = before.aside === null ? null : tr.mapping.map(before.aside, -1)
  const move = tr.getMeta(slashKey) as SlashMove | undefined
  const slash = slashBefore(state)
  // a cursor that merely comes past an old slash opens nothing
  if (slash === null || (before.open === null && !tr.docChanged)) return { open: null, aside: slash && aside }
  if (move === 'aside') return { open: null, aside: slash.from }
  if (slash.from === aside) return { open: null, aside }
  const shown = matching(slash.query, inTable(state))
  const isSame = before.open?.query === slash.query
  const active = move === undefined ? (isSame ? (before.open?.active ?? 0) : 0) : move.to
  return { open: { ...slash, shown, active }, aside: null }
}

export interface SlashOptions {
  inserts: () => Inserts
}

/** Inserting by typing: “/”, then a few letters or none, arrow keys, Enter; Escape leaves the text as it stands. */
export const Slash = Extension.create<SlashOptions>({
  name: 'slash',
  // before the keys of lists and paragraphs
  priority: 1000,
  addOptions: () => ({
    inserts: () => {
      throw new Error('the slash menu was given nothing to insert with')
    },
  }),
  addProseMirrorPlugins() {
    const { editor, options } = this
    const choose = ({ from, to }: SlashOpen, entry: SlashEntry) => {
      editor.chain().focus().deleteRange({ from, to }).run()
      entry.run(editor, options.inserts())
    }
    return [
      new Plugin<SlashState>({
        key: slashKey,
        state: {
          init: () => ({ open: null, aside: null }),
          apply: (tr, before, _old, state) => follow(tr, before, state),
        },
        props: {
          attributes(state): Record<string, string> {
            const open = slashKey.getState(state)?.open
            const active = open?.shown[open.active]
            if (active === undefined) return {}
            return {
              'aria-haspopup': 'listbox',
              'aria-controls': SLASH_LIST,
              'aria-activedescendant': optionId(active),
            }
          },
          handleKeyDown(view, event) {
            const open = slashKey.getState(view.state)?.open
            // the keys of an input method that is at work are its own
            if (!open || event.isComposing || view.composing) return false
            const { shown, active } = open
            const tell = (move: SlashMove) => view.dispatch(view.state.tr.setMeta(slashKey, move))
            if (event.key === 'Escape') {
              tell('aside')
              return true
            }
            const entry = shown[active]
            if (entry === undefined || event.ctrlKey || event.metaKey || event.altKey) return false
            if (event.key === 'ArrowDown') tell({ to: (active + 1) % shown.length })
            else if (event.key === 'ArrowUp') tell({ to: (active - 1 + shown.length) % shown.length })
            else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) choose(open, entry)
            else return false
            return true
          },
          handleDOMEvents: {
            blur(view) {
              if (slashKey.getState(view.state)?.open) view.dispatch(view.state.tr.setMeta(slashKey, 'aside'))
              return false
            },
          },
        },
      }),
    ]
  },
})

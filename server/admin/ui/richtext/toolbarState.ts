import { useEditorState, type Editor } from '@tiptap/react'
import type { Alignment } from './alignment'

export type BlockKind = 'paragraph' | '2' | '3' | '4'

const blockOf = (editor: Editor): BlockKind =>
  (['2', '3', '4'] as const).find((level) => editor.isActive('heading', { level: Number(level) })) ?? 'paragraph'

const alignmentOf = (editor: Editor): Alignment =>
  (['center', 'right'] as const).find((textAlign) => editor.isActive({ textAlign })) ?? null

/** What the toolbar shows of the selection; the screen is drawn again only when one of these changes. */
export const useToolbarState = (editor: Editor) =>
  useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const href: unknown = now.getAttributes('link').href
      return {
        canUndo: now.can().undo(),
        canRedo: now.can().redo(),
        block: blockOf(now),
        align: alignmentOf(now),
        bold: now.isActive('bold'),
        italic: now.isActive('italic'),
        underline: now.isActive('underline'),
        strike: now.isActive('strike'),
        bullets: now.isActive('bulletList'),
        numbers: now.isActive('orderedList'),
        quote: now.isActive('blockquote'),
        inTable: now.isActive('table'),
        href: typeof href === 'string' ? href : null,
      }
    },
  })

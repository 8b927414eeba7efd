import type { Editor, JSONContent } from '@tiptap/react'

/** Where a block of its own goes: before an empty line, after one that says something. */
export function blockPlace(editor: Editor, at: number): number {
  const position = editor.state.doc.resolve(at)
  if (position.depth === 0) return at
  return position.node(1).content.size === 0 ? position.before(1) : position.after(1)
}

/** Puts a block after the cursor's own; it stays even when another one is selected. */
export function insertBlock(editor: Editor, block: JSONContent | JSONContent[], at = editor.state.selection.to): void {
  editor.commands.insertContentAt(blockPlace(editor, at), block)
}

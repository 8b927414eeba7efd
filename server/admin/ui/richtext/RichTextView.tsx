import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect } from 'react'
import { classes } from '../classes'
import { withoutAlignmentStyles } from './alignment'
import { articleExtensions } from './extensions'
import './prose.css'

/** An article's body to be read. It goes through the editor's schema: no markup runs, whatever the source. */
export function RichTextView({ html, className, label }: { html: string; className?: string; label: string }) {
  const editor = useEditor({
    extensions: articleExtensions,
    content: withoutAlignmentStyles(html),
    editable: false,
    injectCSS: false,
    editorProps: { attributes: { class: 'prose', role: 'group', 'aria-label': label } },
  })
  useEffect(() => {
    editor.commands.setContent(withoutAlignmentStyles(html), { emitUpdate: false })
  }, [editor, html])
  return <EditorContent editor={editor} className={classes(className)} />
}

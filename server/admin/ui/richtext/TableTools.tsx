import type { Editor } from '@tiptap/react'
import { useRovingFocus } from '../useRovingFocus'
import { ToolButton } from './ToolButton'
import styles from './Toolbar.module.css'

export function TableTools({ editor }: { editor: Editor }) {
  const bar = useRovingFocus<HTMLDivElement>()
  const chain = () => editor.chain().focus()
  return (
    <div ref={bar} role="toolbar" aria-label="表格" className={styles.row}>
      <ToolButton name="上方加行" onClick={() => chain().addRowBefore().run()} />
      <ToolButton name="下方加行" onClick={() => chain().addRowAfter().run()} />
      <ToolButton name="左侧加列" onClick={() => chain().addColumnBefore().run()} />
      <ToolButton name="右侧加列" onClick={() => chain().addColumnAfter().run()} />
      <span className={styles.gap} />
      <ToolButton name="删除行" onClick={() => chain().deleteRow().run()} />
      <ToolButton name="删除列" onClick={() => chain().deleteColumn().run()} />
      <ToolButton name="表头" onClick={() => chain().toggleHeaderRow().run()} />
      <ToolButton name="删除表格" onClick={() => chain().deleteTable().run()} />
    </div>
  )
}

import type { Editor } from '@tiptap/react'
import { useRovingFocus } from '../useRovingFocus'
import { ToolButton } from './ToolButton'
import { t } from '../language'
import styles from './Toolbar.module.css'

export function TableTools({ editor }: { editor: Editor }) {
  const bar = useRovingFocus<HTMLDivElement>()
  const chain = () => editor.chain().focus()
  return (
    <div ref={bar} role="toolbar" aria-label={t('表格', 'Table')} className={styles.row}>
      <ToolButton name={t('上方加行', 'Row above')} onClick={() => chain().addRowBefore().run()} />
      <ToolButton name={t('下方加行', 'Row below')} onClick={() => chain().addRowAfter().run()} />
      <ToolButton name={t('左侧加列', 'Column left')} onClick={() => chain().addColumnBefore().run()} />
      <ToolButton name={t('右侧加列', 'Column right')} onClick={() => chain().addColumnAfter().run()} />
      <span className={styles.gap} />
      <ToolButton name={t('删除行', 'Delete row')} onClick={() => chain().deleteRow().run()} />
      <ToolButton name={t('删除列', 'Delete column')} onClick={() => chain().deleteColumn().run()} />
      <ToolButton name={t('表头', 'Header')} onClick={() => chain().toggleHeaderRow().run()} />
      <ToolButton name={t('删除表格', 'Delete table')} onClick={() => chain().deleteTable().run()} />
    </div>
  )
}

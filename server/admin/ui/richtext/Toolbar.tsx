import type { Editor } from '@tiptap/react'
import { useRef } from 'react'
import * as icons from '../icons'
import { useRovingFocus } from '../useRovingFocus'
import { BlockStyle } from './BlockStyle'
import { LinkTool } from './LinkTool'
import { TableTools } from './TableTools'
import { ToolButton } from './ToolButton'
import { useToolbarState } from './toolbarState'
import styles from './Toolbar.module.css'

interface ToolbarProps {
  editor: Editor
  /** Words for the pictures that are still to come; empty when there are none. */
  held: string
  onPictures: (files: File[]) => void
  /** Asks for a picture that was uploaded before. */
  onLibrary: () => void
}

/** Everything that changes the text's form. One row; the table's own tools appear inside a table only. */
export function Toolbar({ editor, held, onPictures, onLibrary }: ToolbarProps) {
  const state = useToolbarState(editor)
  const bar = useRovingFocus<HTMLDivElement>()
  const chooser = useRef<HTMLInputElement>(null)
  const chain = () => editor.chain().focus()
  const align = (textAlign: 'center' | 'right' | null) => chain().updateAttributes('paragraph', { textAlign }).run()

  return (
    <div className={styles.bar}>
      <div ref={bar} role="toolbar" aria-label="格式" className={styles.row}>
        <ToolButton name="撤销" disabled={!state.canUndo} onClick={() => chain().undo().run()} icon={icons.Undo} />
        <ToolButton name="重做" disabled={!state.canRedo} onClick={() => chain().redo().run()} icon={icons.Redo} />
        <BlockStyle editor={editor} value={state.block} />
        <span className={styles.gap} />
        <ToolButton name="加粗" on={state.bold} onClick={() => chain().toggleBold().run()} icon={icons.Bold} />
        <ToolButton name="斜体" on={state.italic} onClick={() => chain().toggleItalic().run()} icon={icons.Italic} />
        <ToolButton
          name="下划线"
          on={state.underline}
          onClick={() => chain().toggleUnderline().run()}
          icon={icons.Underline}
        />
        <ToolButton name="删除线" on={state.strike} onClick={() => chain().toggleStrike().run()} icon={icons.Strike} />
        <LinkTool editor={editor} href={state.href} />
        <span className={styles.gap} />
        <ToolButton name="左对齐" on={state.align === null} onClick={() => align(null)} icon={icons.AlignLeft} />
        <ToolButton
          name="居中"
          on={state.align === 'center'}
          onClick={() => align('center')}
          icon={icons.AlignCenter}
        />
        <ToolButton name="右对齐" on={state.align === 'right'} onClick={() => align('right')} icon={icons.AlignRight} />
        <span className={styles.gap} />
        <ToolButton
          name="项目列表"
          on={state.bullets}
          onClick={() => chain().toggleBulletList().run()}
          icon={icons.Bullets}
        />
        <ToolButton
          name="编号列表"
          on={state.numbers}
          onClick={() => chain().toggleOrderedList().run()}
          icon={icons.Numbers}
        />
        <ToolButton name="引用" on={state.quote} onClick={() => chain().toggleBlockquote().run()} icon={icons.Quote} />
        <ToolButton
          name="插入表格"
          disabled={state.inTable}
          onClick={() => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
          icon={icons.Table}
        />
        <ToolButton name="分隔线" onClick={() => chain().setHorizontalRule().run()} icon={icons.Divider} />
        <ToolButton name="插入图片" onClick={() => chooser.current?.click()} icon={icons.Picture} />
        <ToolButton name="从图片库选择" onClick={onLibrary} icon={icons.Pictures} />
        <input
          ref={chooser}
          type="file"
          accept="image/jpeg,image/png,image/webp,image/gif"
          multiple
          hidden
          aria-label="选择正文图片"
          onChange={(event) => {
            onPictures([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        <span className={styles.pending} role="status">
          {held}
        </span>
      </div>
      {state.inTable && <TableTools editor={editor} />}
    </div>
  )
}

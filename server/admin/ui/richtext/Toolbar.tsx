import type { Editor } from '@tiptap/react'
import { useRef } from 'react'
import * as icons from '../icons'
import { t } from '../language'
import { useRovingFocus } from '../useRovingFocus'
import { BlockStyle } from './BlockStyle'
import { VideoTool } from './cards/VideoTool'
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
  /** Files that are to be attached. */
  onAttach: (files: File[]) => void
  pickCover: () => Promise<{ url: string } | null>
  /** Asks for a picture that was uploaded before. */
  onLibrary: () => void
}

/** Everything that changes the text's form. One row; the table's own tools appear inside a table only. */
export function Toolbar({ editor, held, onPictures, onAttach, pickCover, onLibrary }: ToolbarProps) {
  const state = useToolbarState(editor)
  const bar = useRovingFocus<HTMLDivElement>()
  const chooser = useRef<HTMLInputElement>(null)
  const attaching = useRef<HTMLInputElement>(null)
  const chain = () => editor.chain().focus()
  const align = (textAlign: 'center' | 'right' | null) => chain().updateAttributes('paragraph', { textAlign }).run()

  return (
    <div className={styles.bar}>
      <div ref={bar} role="toolbar" aria-label={t('格式', 'Format')} className={styles.row}>
        <ToolButton
          name={t('撤销', 'Undo')}
          disabled={!state.canUndo}
          onClick={() => chain().undo().run()}
          icon={icons.Undo}
        />
        <ToolButton
          name={t('重做', 'Redo')}
          disabled={!state.canRedo}
          onClick={() => chain().redo().run()}
          icon={icons.Redo}
        />
        <BlockStyle editor={editor} value={state.block} />
        <span className={styles.gap} />
        <ToolButton
          name={t('加粗', 'Bold')}
          on={state.bold}
          onClick={() => chain().toggleBold().run()}
          icon={icons.Bold}
        />
        <ToolButton
          name={t('斜体', 'Italic')}
          on={state.italic}
          onClick={() => chain().toggleItalic().run()}
          icon={icons.Italic}
        />
        <ToolButton
          name={t('下划线', 'Underline')}
          on={state.underline}
          onClick={() => chain().toggleUnderline().run()}
          icon={icons.Underline}
        />
        <ToolButton
          name={t('删除线', 'Strike')}
          on={state.strike}
          onClick={() => chain().toggleStrike().run()}
          icon={icons.Strike}
        />
        <LinkTool editor={editor} href={state.href} />
        <span className={styles.gap} />
        <ToolButton
          name={t('左对齐', 'Left')}
          on={state.align === null}
          onClick={() => align(null)}
          icon={icons.AlignLeft}
        />
        <ToolButton
          name={t('居中', 'Centre')}
          on={state.align === 'center'}
          onClick={() => align('center')}
          icon={icons.AlignCenter}
        />
        <ToolButton
          name={t('右对齐', 'Right')}
          on={state.align === 'right'}
          onClick={() => align('right')}
          icon={icons.AlignRight}
        />
        <span className={styles.gap} />
        <ToolButton
          name={t('项目列表', 'Bullet list')}
          on={state.bullets}
          onClick={() => chain().toggleBulletList().run()}
          icon={icons.Bullets}
        />
        <ToolButton
          name={t('编号列表', 'Numbered list')}
          on={state.numbers}
          onClick={() => chain().toggleOrderedList().run()}
          icon={icons.Numbers}
        />
        <ToolButton
          name={t('引用', 'Quote')}
          on={state.quote}
          onClick={() => chain().toggleBlockquote().run()}
          icon={icons.Quote}
        />
        <ToolButton
          name={t('插入表格', 'Insert a table')}
          disabled={state.inTable}
          onClick={() => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
          icon={icons.Table}
        />
        <ToolButton name={t('分隔线', 'Line')} onClick={() => chain().setHorizontalRule().run()} icon={icons.Divider} />
        <ToolButton
          name={t('插入图片', 'Insert a picture')}
          onClick={() => chooser.current?.click()}
          icon={icons.Picture}
        />
        <ToolButton name={t('从图片库选择', 'Choose from the library')} onClick={onLibrary} icon={icons.Pictures} />
        <ToolButton
          name={t('插入附件', 'Attach a file')}
          onClick={() => attaching.current?.click()}
          icon={icons.Clip}
        />
        <VideoTool editor={editor} pickCover={pickCover} />
        <input
          ref={attaching}
          type="file"
          accept=".pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.wps,.et,.dps,.zip"
          multiple
          hidden
          aria-label={t('选择附件', 'Choose files to attach')}
          onChange={(event) => {
            onAttach([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        <input
          ref={chooser}
          type="file"
          accept="image/jpeg,image/png,image/webp,image/gif"
          multiple
          hidden
          aria-label={t('选择正文图片', 'Choose a picture for the text')}
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

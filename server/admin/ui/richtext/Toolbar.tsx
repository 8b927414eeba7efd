import type { Editor } from '@tiptap/react'
import type { KeyboardEvent } from 'react'
import * as icons from '../icons'
import { t } from '../language'
import { useRovingFocus } from '../useRovingFocus'
import { BlockStyle } from './BlockStyle'
import { VideoTool } from './cards/VideoTool'
import { LinkTool } from './LinkTool'
import type { Inserts } from './slash/entries'
import { TableTools } from './TableTools'
import { ToolButton } from './ToolButton'
import { useToolbarState } from './toolbarState'
import styles from './Toolbar.module.css'

interface ToolbarProps {
  editor: Editor
  /** Words for the pictures that are still to come; empty when there are none. */
  held: string
  inserts: Inserts
  /** Whether the address of a video is being asked for. */
  video: boolean
  onVideo: (open: boolean) => void
  pickCover: () => Promise<{ url: string } | null>
}

/** Everything that changes the text's form. One row; the table's own tools appear inside a table only. */
export function Toolbar({ editor, held, inserts, video, onVideo, pickCover }: ToolbarProps) {
  const state = useToolbarState(editor)
  const bar = useRovingFocus<HTMLDivElement>()
  const chain = () => editor.chain().focus()
  const align = (textAlign: 'center' | 'right' | null) => chain().updateAttributes('paragraph', { textAlign }).run()

  /** Escape leads back to the text; what a tool has opened over the page has an Escape of its own. */
  const leave = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Escape' || !event.currentTarget.contains(event.target as Node)) return
    event.preventDefault()
    editor.commands.focus()
  }

  return (
    <div className={styles.bar} onKeyDown={leave}>
      <div ref={bar} role="toolbar" aria-label={t('格式', 'Format')} aria-keyshortcuts="Alt+F10" className={styles.row}>
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
        <ToolButton name={t('插入图片', 'Insert a picture')} onClick={inserts.picture} icon={icons.Picture} />
        <ToolButton
          name={t('从图片库选择', 'Choose from the library')}
          onClick={inserts.library}
          icon={icons.Pictures}
        />
        <ToolButton name={t('插入附件', 'Attach a file')} onClick={inserts.attachment} icon={icons.Clip} />
        <VideoTool editor={editor} open={video} onOpen={onVideo} pickCover={pickCover} />
        <span className={styles.pending} role="status">
          {held}
        </span>
      </div>
      {state.inTable && <TableTools editor={editor} />}
    </div>
  )
}

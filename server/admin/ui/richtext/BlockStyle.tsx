import type { Editor } from '@tiptap/react'
import type { BlockKind } from './toolbarState'
import styles from './Toolbar.module.css'

const KINDS: { value: BlockKind; name: string }[] = [
  { value: 'paragraph', name: '正文' },
  { value: '2', name: '一级标题' },
  { value: '3', name: '二级标题' },
  { value: '4', name: '三级标题' },
]

export function BlockStyle({ editor, value }: { editor: Editor; value: BlockKind }) {
  const choose = (kind: string) => {
    const chain = editor.chain().focus()
    if (kind === '2' || kind === '3' || kind === '4')
      chain.setHeading({ level: kind === '2' ? 2 : kind === '3' ? 3 : 4 })
    else chain.setParagraph()
    chain.run()
  }
  return (
    <select
      className={styles.select}
      aria-label="段落样式"
      value={value}
      onChange={(event) => choose(event.target.value)}
    >
      {KINDS.map((kind) => (
        <option key={kind.value} value={kind.value}>
          {kind.name}
        </option>
      ))}
    </select>
  )
}

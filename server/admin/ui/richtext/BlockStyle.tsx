import type { Editor } from '@tiptap/react'
import type { BlockKind } from './toolbarState'
import { t } from '../language'
import type { Phrase } from '../../../../shared/phrases'
import styles from './Toolbar.module.css'

const KINDS: { value: BlockKind; name: Phrase }[] = [
  { value: 'paragraph', name: { zh: '正文', en: 'Text' } },
  { value: '2', name: { zh: '一级标题', en: 'Heading 1' } },
  { value: '3', name: { zh: '二级标题', en: 'Heading 2' } },
  { value: '4', name: { zh: '三级标题', en: 'Heading 3' } },
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
      aria-label={t('段落样式', 'Paragraph style')}
      value={value}
      onChange={(event) => choose(event.target.value)}
    >
      {KINDS.map((kind) => (
        <option key={kind.value} value={kind.value}>
          {t(kind.name)}
        </option>
      ))}
    </select>
  )
}

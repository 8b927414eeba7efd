import { NodeViewWrapper, type NodeViewProps } from '@tiptap/react'
import { classes } from '../classes'
import { Trash } from '../icons'
import styles from './PictureView.module.css'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export function PictureView({ node, selected, editor, updateAttributes, deleteNode }: NodeViewProps) {
  const alt = text(node.attrs.alt)
  return (
    <NodeViewWrapper as="figure" className={classes(styles.figure, selected && styles.selected)}>
      <img src={text(node.attrs.src)} alt={alt} className={styles.picture} data-drag-handle="" />
      {editor.isEditable && (
        <figcaption className={styles.caption} contentEditable={false}>
          <input
            className={styles.alt}
            aria-label="图片文字说明"
            placeholder="图片文字说明：写给看不到图片的读者"
            maxLength={120}
            value={alt}
            onChange={(event) => updateAttributes({ alt: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              event.preventDefault()
              editor.chain().focus().createParagraphNear().run()
            }}
          />
          <button type="button" className={styles.remove} aria-label="删除图片" title="删除图片" onClick={deleteNode}>
            <Trash />
          </button>
        </figcaption>
      )}
    </NodeViewWrapper>
  )
}

import { NodeViewWrapper, type NodeViewProps } from '@tiptap/react'
import { classes } from '../classes'
import { Trash } from '../icons'
import { t } from '../language'
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
            aria-label={t('图片文字说明', 'Description of the picture')}
            placeholder={t('图片文字说明：写给看不到图片的读者', 'Description: for readers who cannot see the picture')}
            maxLength={120}
            value={alt}
            onChange={(event) => updateAttributes({ alt: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              event.preventDefault()
              editor.chain().focus().createParagraphNear().run()
            }}
          />
          <button
            type="button"
            className={styles.remove}
            aria-label={t('删除图片', 'Delete the picture')}
            title={t('删除图片', 'Delete the picture')}
            onClick={deleteNode}
          >
            <Trash />
          </button>
        </figcaption>
      )}
    </NodeViewWrapper>
  )
}

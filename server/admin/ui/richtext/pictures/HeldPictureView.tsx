import { NodeViewWrapper, type NodeViewProps } from '@tiptap/react'
import { useRef, useSyncExternalStore } from 'react'
import { classes } from '../../classes'
import { Picture } from '../../icons'
import type { PictureDesk } from './pictureDesk'
import styles from './HeldPictureView.module.css'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const nothing = () => () => undefined

/** In a picture's place: that it is on its way, or why it did not come and what can be done. */
export function HeldPictureView({ node, selected, extension, deleteNode }: NodeViewProps) {
  const chooser = useRef<HTMLInputElement>(null)
  const desk = (extension.options as { desk: () => PictureDesk | null }).desk()
  const key = text(node.attrs.key)
  const held = useSyncExternalStore(desk?.subscribe ?? nothing, () => desk?.find(key) ?? null)
  const preview = held?.preview ?? null
  const name = held?.name ?? text(node.attrs.name)
  const failed = held?.state === 'failed'
  const again = held !== null && (held.file !== null || held.origin !== null)
  return (
    <NodeViewWrapper
      as="figure"
      className={classes(styles.place, failed && styles.failed, selected && styles.selected)}
      contentEditable={false}
      data-held-place=""
      tabIndex={-1}
    >
      {preview !== null && <img className={styles.preview} src={preview} alt="" />}
      <div className={styles.words} role={failed ? 'alert' : 'status'}>
        <Picture />
        <span>{failed ? `“${name}”没有带入：${held.words}` : `正在带入“${name}”…`}</span>
      </div>
      {failed && (
        <div className={styles.buttons}>
          {again && (
            <button type="button" onClick={() => desk?.retry(key)}>
              重试
            </button>
          )}
          <button type="button" onClick={() => chooser.current?.click()}>
            选择图片
          </button>
          <button type="button" onClick={deleteNode}>
            不要这张
          </button>
          <input
            ref={chooser}
            type="file"
            hidden
            aria-label={`选择图片：${name}`}
            accept="image/jpeg,image/png,image/webp,image/gif"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file !== undefined) desk?.give(key, file)
            }}
          />
        </div>
      )}
    </NodeViewWrapper>
  )
}

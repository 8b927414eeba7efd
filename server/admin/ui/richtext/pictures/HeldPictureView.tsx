import { NodeViewWrapper, type NodeViewProps } from '@tiptap/react'
import { useRef, useSyncExternalStore } from 'react'
import { classes } from '../../classes'
import { Picture } from '../../icons'
import { t } from '../../language'
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
        <span>
          {failed
            ? t(`“${name}”没有带入：${held.words}`, `“${name}” was not brought over: ${held.words}`)
            : t(`正在带入“${name}”…`, `Bringing over “${name}”…`)}
        </span>
      </div>
      {failed && (
        <div className={styles.buttons}>
          {again && (
            <button type="button" onClick={() => desk?.retry(key)}>
              {t('重试', 'Retry')}
            </button>
          )}
          <button type="button" onClick={() => chooser.current?.click()}>
            {t('选择图片', 'Choose a picture')}
          </button>
          <button type="button" onClick={deleteNode}>
            {t('不要这张', 'Leave it out')}
          </button>
          <input
            ref={chooser}
            type="file"
            hidden
            aria-label={t(`选择图片：${name}`, `Choose a picture: ${name}`)}
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

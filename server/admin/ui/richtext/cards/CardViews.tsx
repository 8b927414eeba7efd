import { NodeViewWrapper, type NodeViewProps } from '@tiptap/react'
import { sizeText } from '../../../../../shared/domain/attachments'
import { videoSite } from '../../../../../shared/domain/videoSites'
import { classes } from '../../classes'
import { Clip, Trash, Video } from '../../icons'
import { t } from '../../language'
import styles from './CardViews.module.css'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

interface CardProps extends Pick<NodeViewProps, 'selected' | 'editor' | 'deleteNode'> {
  picture: React.ReactNode
  title: string
  about: string
  removal: string
}

function Card({ picture, title, about, removal, selected, editor, deleteNode }: CardProps) {
  return (
    <NodeViewWrapper as="aside" className={classes(styles.card, selected && styles.selected)} contentEditable={false}>
      <span className={styles.picture} data-drag-handle="">
        {picture}
      </span>
      <span className={styles.words}>
        <strong className={styles.title}>{title}</strong>
        <span className={styles.about}>{about}</span>
      </span>
      {editor.isEditable && (
        <button type="button" className={styles.remove} aria-label={removal} title={removal} onClick={deleteNode}>
          <Trash />
        </button>
      )}
    </NodeViewWrapper>
  )
}

export function FileCardView({ node, ...rest }: NodeViewProps) {
  const name = text(node.attrs.name)
  return (
    <Card
      {...rest}
      picture={<Clip />}
      title={name}
      about={`${t('附件', 'Attachment')} · ${sizeText(Number(node.attrs.bytes))}`}
      removal={t(`删除附件：${name}`, `Remove the attachment ${name}`)}
    />
  )
}

export function VideoCardView({ node, ...rest }: NodeViewProps) {
  const title = text(node.attrs.title)
  const cover = text(node.attrs.cover)
  return (
    <Card
      {...rest}
      picture={cover === '' ? <Video /> : <img className={styles.cover} src={cover} alt="" />}
      title={title}
      about={`${t('视频', 'Video')} · ${videoSite(text(node.attrs.video))}`}
      removal={t(`删除视频：${title}`, `Remove the video ${title}`)}
    />
  )
}

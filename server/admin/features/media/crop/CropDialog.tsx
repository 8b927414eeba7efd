import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Modal, Segmented, Skeleton } from 'antd'
import type { Media } from '../../../../../shared/contract'
import type { PictureCut } from '../../../../../shared/domain/pictureCut'
import { call } from '../../../api/call'
import { wordsFor } from '../../../api/errors'
import { t } from '../../../ui/language'
import { PageState } from '../../../ui/PageState'
import { plainPicture } from '../plainPicture'
import { pictureQuery } from '../queries'
import { CropStage } from './CropStage'
import { isUncut, UNCUT, type Shape } from './cropMoves'
import { ShapePreviews } from './ShapePreviews'
import { useCrop } from './useCrop'
import styles from './Crop.module.css'

const SHAPES: [value: string, shape: Shape][] = [
  ['16:9', 16 / 9],
  ['4:3', 4 / 3],
  ['1:1', 1],
]
/** Three pixels a point on a phone, as wide as a card of a link: below it is blurred. */
const SHARP_WIDTH = 600

interface CropDialogProps {
  /** Null: closed. */
  cover: Media | null
  onDone: (cover: Media) => void
  onClose: () => void
}

/** Chooses what of a cover is shown and what stays in sight in every place; the picture itself stays as it is. */
export function CropDialog({ cover, onDone, onClose }: CropDialogProps) {
  return (
    <Modal
      title={t('裁剪封面', 'Cut the cover')}
      open={cover !== null}
      width={940}
      footer={null}
      scrollLock={false}
      mask={{ closable: false }}
      onCancel={onClose}
      destroyOnHidden
    >
      {cover !== null && <Loaded cover={cover} onDone={onDone} onClose={onClose} />}
    </Modal>
  )
}

type LoadedProps = Omit<CropDialogProps, 'cover'> & { cover: Media }

function Loaded({ cover, onDone, onClose }: LoadedProps) {
  const original = useQuery(pictureQuery(cover.cut?.of ?? cover.id))
  if (original.data !== undefined) {
    const { uses: _uses, mayDelete: _may, ...picture } = original.data
    return <Cropper original={plainPicture(picture)} first={cover.cut} onDone={onDone} onClose={onClose} />
  }
  if (original.error === null) return <Skeleton active />
  return (
    <PageState
      title={t('图片没有加载出来', 'The picture could not be loaded')}
      text={wordsFor(original.error)}
      action={<Button onClick={() => void original.refetch()}>{t('重试', 'Try again')}</Button>}
    />
  )
}

interface CropperProps {
  original: Media
  /** How it is cut now. */
  first: PictureCut | undefined
  onDone: (cover: Media) => void
  onClose: () => void
}

function Cropper({ original, first, onDone, onClose }: CropperProps) {
  const cropping = useCrop(first === undefined ? UNCUT : { crop: first.crop, focus: first.focus })
  const { cut, shape, mayUndo, choose, undo, reset } = cropping
  const make = useMutation({
    mutationFn: async () =>
      isUncut(cut) ? original : call('POST /api/admin/media/{id}/cuts', { params: { id: original.id }, body: cut }),
    onSuccess: onDone,
  })
  const width = Math.round(cut.crop.width * original.width)
  const height = Math.round(cut.crop.height * original.height)

  return (
    <div className={styles.dialog}>
      <div className={styles.work}>
        <p className={styles.help}>
          {t(
            '点一下图片上最重要的地方，各处裁切时会尽量留住它。拖动四角裁剪；也可以用 Tab 选中，再按方向键。原图不会改变。',
            'Press on what matters most; it stays in sight wherever the cover is cut. Drag the corners to crop, or reach them by Tab and move them by arrow keys. The picture itself stays as it is.',
          )}
        </p>
        <CropStage picture={original} crop={cropping} />
      </div>
      <div className={styles.side}>
        <Segmented
          block
          aria-label={t('裁剪比例', 'Shape')}
          options={[
            { value: '', label: t('自由', 'Free') },
            ...SHAPES.map(([value]) => ({ value, label: value.replace(':', '∶') })),
          ]}
          value={SHAPES.find(([, ratio]) => ratio === shape)?.[0] ?? ''}
          onChange={(value) => choose(SHAPES.find(([name]) => name === value)?.[1] ?? null, original)}
        />
        <ShapePreviews picture={original} cut={cut} />
        <p className={styles.size} role="status">
          {t(`裁剪后 ${width} × ${height} 像素`, `${width} × ${height} pixels`)}
          {width < SHARP_WIDTH && (
            <span className={styles.blurred}>{t('，偏小，可能不够清楚', ', small: it may look blurred')}</span>
          )}
        </p>
        <div className={styles.buttons}>
          <Button disabled={!mayUndo} onClick={undo}>
            {t('撤销一步', 'Undo')}
          </Button>
          <Button disabled={isUncut(cut)} onClick={reset}>
            {t('恢复原图', 'Reset')}
          </Button>
        </div>
        {make.error !== null && (
          <p role="alert" className={styles.problem}>
            {wordsFor(make.error)}
          </p>
        )}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('取消', 'Cancel')}</Button>
          <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
            {t('使用', 'Use it')}
          </Button>
        </div>
      </div>
    </div>
  )
}

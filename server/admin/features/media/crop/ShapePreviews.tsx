import type { Media } from '../../../../../shared/contract'
import { COVER_SHAPES, focusWithin, windowAround, type PictureCut } from '../../../../../shared/domain/pictureCut'
import type { Phrase } from '../../../../../shared/phrases'
import { t } from '../../../ui/language'
import styles from './Crop.module.css'

/** Where members meet a cover, width to height. */
const SHOWN: { name: Phrase; ratio: number }[] = [
  { name: { zh: '文章列表', en: 'Lists' }, ratio: COVER_SHAPES.list },
  { name: { zh: '转发给朋友', en: 'Sent to a friend' }, ratio: 5 / 4 },
  { name: { zh: '朋友圈', en: 'On the timeline' }, ratio: 1 },
  { name: { zh: '网页链接', en: 'Link cards' }, ratio: COVER_SHAPES.card },
]

/** How a cover will be seen in each place, cut by the same rule as on the server. */
export function ShapePreviews({ picture, cut }: { picture: Media; cut: PictureCut }) {
  const { crop } = cut
  const size = { width: crop.width * picture.width, height: crop.height * picture.height }
  return (
    <ul className={styles.previews} aria-label={t('各处的样子', 'How it looks')}>
      {SHOWN.map(({ name, ratio }) => {
        const { x, y, width, height } = windowAround(size, ratio, focusWithin(cut))
        const box = [crop.x * picture.width + x, crop.y * picture.height + y, width, height]
        return (
          <li key={name.en}>
            <svg className={styles.preview} viewBox={box.map((value) => value.toFixed(1)).join(' ')} aria-hidden="true">
              <image href={picture.url} width={picture.width} height={picture.height} />
            </svg>
            <span>{t(name)}</span>
          </li>
        )
      })}
    </ul>
  )
}

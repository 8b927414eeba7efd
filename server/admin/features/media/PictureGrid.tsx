import type { LibraryPicture } from '../../../../shared/contract'
import { t } from '../../ui/language'
import { WindowedList } from '../../ui/WindowedList'
import styles from './Library.module.css'

interface PictureGridProps {
  pictures: LibraryPicture[]
  /** Whether those are all. */
  whole: boolean
  /** What a press does, such as `查看` or `选用`; begins what is heard. */
  verb: string
  onChoose: (picture: LibraryPicture) => void
}

/** The library as a grid of its smallest variants; those without alternative text say so. */
export function PictureGrid({ pictures, whole, verb, onChoose }: PictureGridProps) {
  return (
    <WindowedList
      label={t('图片列表', 'Pictures')}
      className={styles.grid}
      items={pictures}
      whole={whole}
      rowHeight={220}
    >
      {(picture) => (
        <li key={picture.id}>
          <button type="button" className={styles.cell} onClick={() => onChoose(picture)}>
            <img className={styles.thumbnail} src={picture.thumbnail} alt="" loading="lazy" />
            <span className="visually-hidden">{verb}</span>
            <span className={styles.name}>{picture.name || t('未命名', 'no name')}</span>
            {picture.alt === '' ? (
              <span className={styles.missing}>{t('缺文字说明', 'no description')}</span>
            ) : (
              <span className={styles.alt}>{picture.alt}</span>
            )}
          </button>
        </li>
      )}
    </WindowedList>
  )
}

import { Button } from 'antd'
import type { BinnedArticle } from '../../../../shared/contract'
import { t } from '../../ui/language'
import styles from '../../ui/Rows.module.css'

interface BinSelectionProps {
  chosen: readonly BinnedArticle[]
  working: boolean
  /** Absent where none of them can be. */
  onRestore?: () => void
  onPurge?: () => void
  onClear: () => void
}

/** What can be done with the articles in the bin that are ticked. */
export function BinSelection({ chosen, working, onRestore, onPurge, onClear }: BinSelectionProps) {
  if (chosen.length === 0) return null
  return (
    <div className={styles.selection} role="group" aria-label={t('已选的文章', 'Chosen articles')}>
      <span role="status">{t(`已选 ${chosen.length} 篇`, `${chosen.length} chosen`)}</span>
      {onRestore !== undefined && (
        <Button disabled={working} onClick={onRestore}>
          {t('恢复', 'Restore')}
        </Button>
      )}
      {onPurge !== undefined && (
        <Button danger disabled={working} onClick={onPurge}>
          {t('永久删除', 'Delete for good')}
        </Button>
      )}
      <Button onClick={onClear}>{t('取消选择', 'Clear')}</Button>
    </div>
  )
}

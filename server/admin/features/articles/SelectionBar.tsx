import { Button } from 'antd'
import { t } from '../../ui/language'
import styles from '../../ui/Rows.module.css'

interface SelectionBarProps {
  count: number
  onRemove: () => void
  onClear: () => void
}

/** What can be done with the articles that are ticked. */
export function SelectionBar({ count, onRemove, onClear }: SelectionBarProps) {
  if (count === 0) return null
  return (
    <div className={styles.selection} role="group" aria-label={t('已选的文章', 'Chosen articles')}>
      <span role="status">{t(`已选 ${count} 篇`, `${count} chosen`)}</span>
      <Button danger onClick={onRemove}>
        {t('删除', 'Delete')}
      </Button>
      <Button onClick={onClear}>{t('取消选择', 'Clear')}</Button>
    </div>
  )
}

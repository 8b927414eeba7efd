import { Button, Checkbox } from 'antd'
import type { BinnedArticle } from '../../../../shared/contract'
import { formatIsoDate, formatTableTime } from '../../../../shared/domain/time'
import { t } from '../../ui/language'
import rows from '../../ui/Rows.module.css'

interface BinRowProps {
  article: BinnedArticle
  working: boolean
  chosen: boolean
  /** Absent where nothing can be done with it. */
  onChoose?: (chosen: boolean) => void
  /** Absent where that is for administrators. */
  onPurge?: () => void
  onRestore: () => void
}

/** One article in the bin, with the way back. */
export function BinRow({ article, working, chosen, onChoose, onPurge, onRestore }: BinRowProps) {
  const { title, channel, binnedAt, binnedBy, goneAt, wasPublished, mayRestore } = article
  const gone = formatIsoDate(Date.parse(goneAt))
  return (
    <li className={rows.row}>
      {onChoose !== undefined && (
        <Checkbox
          className={rows.pick}
          aria-label={t(`选择：${title}`, `Choose: ${title}`)}
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
      )}
      <div className={rows.words}>
        <h2 className={rows.title}>{title}</h2>
        <p className={rows.meta}>
          <span>{channel.name}</span>
          <span>
            {binnedBy} {t('删除于', 'deleted it')}{' '}
            <time dateTime={binnedAt}>{formatTableTime(Date.parse(binnedAt))}</time>
          </span>
          {wasPublished && <span>{t('曾经发布', 'Was public')}</span>}
          <span>{t(`${gone} 永久清除`, `Gone for good on ${gone}`)}</span>
        </p>
      </div>
      <div className={rows.side}>
        {mayRestore && (
          <Button disabled={working} aria-label={t(`恢复：${title}`, `Restore: ${title}`)} onClick={onRestore}>
            {t('恢复', 'Restore')}
          </Button>
        )}
        {onPurge !== undefined && (
          <Button
            danger
            disabled={working}
            aria-label={t(`永久删除：${title}`, `Delete for good: ${title}`)}
            onClick={onPurge}
          >
            {t('永久删除', 'Delete for good')}
          </Button>
        )}
      </div>
    </li>
  )
}

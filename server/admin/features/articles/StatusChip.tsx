import type { ArticleStatus } from '../../../../shared/contract'
import { formatTableTime } from '../../../../shared/domain/time'
import { ARTICLE_STATUSES } from '../../../../shared/phrases'
import { Chip, type ChipTone } from '../../ui/Chip'
import { t } from '../../ui/language'

const TONES: Record<ArticleStatus, ChipTone> = { draft: 'plain', published: 'sea', withdrawn: 'warm' }

interface StatusChipProps {
  status: ArticleStatus
  /** When it is published by itself, ISO 8601; null when that is not set. */
  scheduledAt: string | null
}

export function StatusChip({ status, scheduledAt }: StatusChipProps) {
  if (status !== 'published' && scheduledAt !== null) {
    return (
      <Chip tone="sea">
        {t('定时 ', 'Set for ')}
        <time dateTime={scheduledAt}>{formatTableTime(Date.parse(scheduledAt))}</time>
      </Chip>
    )
  }
  return <Chip tone={TONES[status]}>{t(ARTICLE_STATUSES[status])}</Chip>
}

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
  /** When it is withdrawn by itself, ISO 8601; null when that is not set. */
  withdrawAt: string | null
}

export function StatusChip({ withdrawAt, ...standing }: StatusChipProps) {
  return (
    <>
      <Standing {...standing} />
      <WithdrawalChip at={withdrawAt} />
    </>
  )
}

/** When an article is withdrawn by itself, ISO 8601; nothing for null. */
export function WithdrawalChip({ at }: { at: string | null }) {
  if (at === null) return null
  return (
    <Chip tone="warm">
      {t('撤回 ', 'Until ')}
      <time dateTime={at}>{formatTableTime(Date.parse(at))}</time>
    </Chip>
  )
}

function Standing({ status, scheduledAt }: Omit<StatusChipProps, 'withdrawAt'>) {
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

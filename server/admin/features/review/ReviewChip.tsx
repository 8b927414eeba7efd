import type { ArticleStatus } from '../../../../shared/contract'
import type { ReviewState } from '../../../../shared/domain/review'
import { REVIEW_STATES } from '../../../../shared/phrases'
import { Chip, type ChipTone } from '../../ui/Chip'
import { t } from '../../ui/language'

const TONES: Record<ReviewState, ChipTone> = { none: 'plain', submitted: 'warm', approved: 'good', returned: 'bad' }

/** How an article stands in review; nothing once it is public, or when nobody has been asked. */
export const ReviewChip = ({ status, review }: { status: ArticleStatus; review: ReviewState }) =>
  status === 'published' || review === 'none' ? null : <Chip tone={TONES[review]}>{t(REVIEW_STATES[review])}</Chip>

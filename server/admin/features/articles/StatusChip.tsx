import type { ArticleStatus } from '../../../../shared/contract'
import { ARTICLE_STATUSES } from '../../../../shared/phrases'
import { Chip, type ChipTone } from '../../ui/Chip'

const TONES: Record<ArticleStatus, ChipTone> = { draft: 'plain', published: 'sea', withdrawn: 'warm' }

export function StatusChip({ status }: { status: ArticleStatus }) {
  return <Chip tone={TONES[status]}>{ARTICLE_STATUSES[status].zh}</Chip>
}

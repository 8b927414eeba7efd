import type { ArticleDetail, StaffArticle } from '../../../../shared/contract'
import type { ChannelChoice } from '../../api/site'
import { t } from '../../ui/language'
import type { ArticleForm } from '../articles/articleForm'

/** Stands for what an article gets with its first save. */
const NOT_YET = '0'.repeat(26)

export interface LiveSubject {
  form: ArticleForm
  article: StaffArticle | null
  channels: ChannelChoice[]
  holdsEvents: boolean
}

function eventOf({ event }: ArticleForm): ArticleDetail['event'] {
  const { startsAt, endsAt, signupDeadline, venue, address, decision } = event
  if (startsAt === null || endsAt === null) return null
  const iso = (instant: number): string => new Date(instant).toISOString()
  return {
    startsAt: iso(startsAt),
    endsAt: iso(endsAt),
    venue: venue.trim(),
    address: address.trim() === '' ? null : address.trim(),
    location: null,
    signupDeadline: signupDeadline === null ? null : iso(signupDeadline),
    decision,
    ...(event.capacityNote.trim() === '' ? {} : { capacityNote: event.capacityNote.trim() }),
    changedAt: null,
  }
}

/** What members would get if it were published as it stands on the page, with the body's blocks from the server. */
export function detailOf(
  { form, article, channels, holdsEvents }: LiveSubject,
  blocks: ArticleDetail['blocks'],
  now: number,
): ArticleDetail {
  const { id = NOT_YET, publishedAt, views = 0 } = article ?? {}
  const channel = channels.find(({ slug }) => slug === form.channel)
  const at = publishedAt ?? new Date(now).toISOString()
  return {
    id,
    channel: { id: NOT_YET, slug: form.channel, name: channel?.name ?? t('（未选择栏目）', '(no channel)') },
    title: form.title.trim() || t('（未填写标题）', '(no title)'),
    summary: form.summary,
    cover: form.cover,
    publisher: form.publisher,
    publishedAt: at,
    views,
    pinned: form.pinned,
    event: holdsEvents ? eventOf(form) : null,
    blocks,
    updatedAt: at,
  }
}

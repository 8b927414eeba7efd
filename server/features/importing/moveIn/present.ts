import type { DoubtfulPage, MoveInPage, MoveInRun } from '../../../../shared/contract'
import type { EntryState, StoredDoubtful, StoredEntry, StoredRun } from '../portsMoveIn'
import { SAVED } from '../sources/source'
import { plainText } from './plainText'

const iso = (instant: number): string => new Date(instant).toISOString()
const isoOrNull = (instant: number | null): string | null => (instant === null ? null : iso(instant))

export function presentRun(run: StoredRun, counts: Partial<Record<EntryState, number>>, now: number): MoveInRun {
  const { id, name, bytes, site, columnsTold, state, fault, done, total, head, leaseUntil, createdAt, createdBy } = run
  const isWork = state === 'checking' || state === 'taking'
  return {
    ...{ id, name, bytes, state, fault, done, total, archive: head, columns: columnsTold },
    kind: head === null ? 'pages' : 'archive',
    site: site === SAVED ? null : site,
    isStopped: isWork && (leaseUntil === null || leaseUntil <= now),
    counts: { certain: 0, doubtful: 0, known: 0, failed: 0, imported: 0, draft: 0, ...counts },
    startedAt: iso(createdAt),
    startedBy: createdBy ?? '',
  }
}

export function presentPage({ report, ...entry }: StoredEntry): MoveInPage {
  return { ...entry, ...report, publishedAt: isoOrNull(report.publishedAt) }
}

export function presentDoubtful({ article, at, ...page }: StoredDoubtful): DoubtfulPage {
  const { bodyHtml, publishedAt, ...rest } = article
  return {
    ...page,
    importedAt: iso(at),
    article: {
      ...rest,
      publishedAt: isoOrNull(publishedAt),
      text: plainText(bodyHtml),
      pictures: (bodyHtml.match(/<img\b/g) ?? []).length,
    },
  }
}

import type { ReviewEntry } from '../../../../shared/contract'
import { formatTableTime } from '../../../../shared/domain/time'
import { REVIEW_KINDS } from '../../../../shared/phrases'
import { t } from '../../ui/language'
import styles from './Review.module.css'

/** What was said and decided, oldest first. */
export function ReviewTrail({ trail }: { trail: ReviewEntry[] }) {
  if (trail.length === 0) return null
  return (
    <ol className={styles.trail} aria-label={t('审核记录', 'Review so far')} tabIndex={0}>
      {trail.map(({ id, kind, version, by, at, text }) => (
        <li key={id} className={styles.entry} data-kind={kind}>
          <p className={styles.who}>
            <span>
              {by ?? t('系统', 'The system')} {t(REVIEW_KINDS[kind])}
            </span>
            <span className={styles.when}>
              <time dateTime={at}>{formatTableTime(Date.parse(at))}</time> {t(`第 ${version} 版`, `version ${version}`)}
            </span>
          </p>
          {text !== '' && <p className={styles.text}>{text}</p>}
        </li>
      ))}
    </ol>
  )
}

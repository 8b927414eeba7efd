import { useQuery } from '@tanstack/react-query'
import type { NoticeKind } from '../../../../shared/domain/notice'
import { TEMPLATE_OF_NOTICE, TOPIC_OF_TEMPLATE } from '../../../../shared/domain/topics'
import { TOPICS } from '../../../../shared/phrases'
import { wordsFor } from '../../api/errors'
import { audienceQuery } from './queries'
import { t } from '../../ui/language'
import styles from './Notice.module.css'

interface AudienceWordsProps {
  kind: NoticeKind
  /** For all kinds but the preview: those who were told of this article are counted. */
  articleId?: string
  /** Said when nobody would get it. */
  nobody: string
}

/** How many members would get the notice if it were decided now, and why others would not. */
export function AudienceWords({ kind, articleId, nobody }: AudienceWordsProps) {
  const audience = useQuery(audienceQuery(kind, articleId))
  if (audience.error !== null) return <p role="alert">{wordsFor(audience.error)}</p>
  if (audience.data === undefined) return <p>{t('正在统计人数…', 'Counting…')}</p>
  const { willGet, noGrant, notSubscribed } = audience.data
  const topic = t(TOPICS[TOPIC_OF_TEMPLATE[TEMPLATE_OF_NOTICE[kind]]].title)
  return (
    <>
      {willGet === 0 ? (
        <p>{nobody}</p>
      ) : (
        <p>
          {t('将有 ', ' ')}
          <strong className={styles.number}>{willGet}</strong>
          {t(' 位会员收到通知。', ' members will be told.')}
        </p>
      )}
      {noGrant + notSubscribed > 0 && (
        <p className={styles.soft}>
          {t(
            `另有 ${noGrant} 位已订阅但剩余提醒次数为 0，${notSubscribed} 位没有开启“${topic}”，不会收到。`,
            `Not told: ${noGrant} who subscribe but have no grant left, ${notSubscribed} who have not turned on “${topic}”.`,
          )}
        </p>
      )}
    </>
  )
}

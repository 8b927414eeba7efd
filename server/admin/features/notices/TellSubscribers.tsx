import { useQuery } from '@tanstack/react-query'
import { Alert, Checkbox } from 'antd'
import { wordsFor } from '../../api/errors'
import { NoticeForm } from './NoticeForm'
import type { NoticeTemplate } from './noticeValues'
import { PhoneCard } from './PhoneCard'
import { audienceQuery } from './queries'
import type { NoticeDraft } from './useNoticeDraft'
import styles from './Notice.module.css'

interface TellSubscribersProps {
  template: NoticeTemplate
  draft: NoticeDraft
  refused: Record<string, string>
  sender: string
  /** Why this event is not proposed to be announced, such as that it is over; absent otherwise. */
  caution: string | undefined
}

function AudienceWords() {
  const audience = useQuery(audienceQuery)
  if (audience.error !== null) return <p role="alert">{wordsFor(audience.error)}</p>
  if (audience.data === undefined) return <p>正在统计订阅人数…</p>
  const { willGet, noGrant, notSubscribed } = audience.data
  return (
    <>
      {willGet === 0 ? (
        <p>目前没有会员能收到这条通知。现在发布后，之后订阅的会员也不会补发。</p>
      ) : (
        <p>
          将有 <strong className={styles.number}>{willGet}</strong> 位会员收到通知。
        </p>
      )}
      {noGrant + notSubscribed > 0 && (
        <p className={styles.soft}>
          另有 {noGrant} 位已订阅但剩余提醒次数为 0，{notSubscribed} 位没有订阅新活动预告，不会收到。
        </p>
      )}
    </>
  )
}

/** The choice to tell subscribers: how many, with which words, and how it looks on their phones. */
export function TellSubscribers({ template, draft, refused, sender, caution }: TellSubscribersProps) {
  return (
    <section className={styles.tell} aria-label="通知订阅者">
      <Checkbox checked={draft.tell} onChange={(event) => draft.choose(event.target.checked)}>
        <span className={styles.choice}>通知订阅者</span>
      </Checkbox>
      {caution !== undefined && <Alert type="warning" title={caution} />}
      <div className={styles.audience} aria-live="polite">
        <AudienceWords />
      </div>
      {draft.tell && (
        <>
          <div className={styles.columns}>
            <NoticeForm template={template} draft={draft} refused={refused} />
            <PhoneCard template={template} values={draft.values} sender={sender} />
          </div>
          <p className={styles.soft}>通知发出后不能收回；每场活动的预告只发一次。</p>
        </>
      )}
    </section>
  )
}

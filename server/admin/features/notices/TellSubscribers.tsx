import { Alert, Checkbox } from 'antd'
import { AudienceWords } from './AudienceWords'
import { NightChoice } from './NightChoice'
import { NoticeForm } from './NoticeForm'
import type { NoticeTemplate } from './noticeValues'
import { PhoneCard } from './PhoneCard'
import type { NoticeDraft } from './useNoticeDraft'
import styles from './Notice.module.css'

interface TellSubscribersProps {
  template: NoticeTemplate
  draft: NoticeDraft
  refused: Record<string, string>
  sender: string
  /** Why this event is not proposed to be announced, such as that it is over; absent otherwise. */
  caution: string | undefined
  /** When the article is published, ms; null for now. A list that is made later may differ. */
  at: number | null
}

/** The choice to tell subscribers: how many, with which words, and how it looks on their phones. */
export function TellSubscribers({ template, draft, refused, sender, caution, at }: TellSubscribersProps) {
  const nobody =
    at !== null
      ? '目前没有会员能收到这条通知；名单以发布时为准。'
      : '目前没有会员能收到这条通知。现在发布后，之后订阅的会员也不会补发。'
  return (
    <section className={styles.tell} aria-label="通知订阅者">
      <Checkbox checked={draft.tell} onChange={(event) => draft.choose(event.target.checked)}>
        <span className={styles.choice}>通知订阅者</span>
      </Checkbox>
      {caution !== undefined && <Alert type="warning" title={caution} />}
      <div className={styles.audience} aria-live="polite">
        <AudienceWords kind="preview" nobody={nobody} />
      </div>
      {draft.tell && (
        <>
          <NightChoice at={at} chosen={draft.atNight} onChoose={draft.chooseNight}>
            {at === null ? '文章仍会立即发布。' : '文章仍会准时发布。'}
          </NightChoice>
          <div className={styles.columns}>
            <NoticeForm template={template} draft={draft} refused={refused} />
            <PhoneCard template={template} values={draft.values} sender={sender} />
          </div>
          <p className={styles.soft}>
            {at !== null && '名单以发布时为准。'}通知发出后不能收回；每场活动的预告只发一次。
          </p>
        </>
      )}
    </section>
  )
}

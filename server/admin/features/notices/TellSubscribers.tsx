import { Alert, Checkbox } from 'antd'
import { AudienceWords } from './AudienceWords'
import { NightChoice } from './NightChoice'
import { NoticeForm } from './NoticeForm'
import type { NoticeTemplate } from './noticeValues'
import { PhoneCard } from './PhoneCard'
import { SendToMe } from './SendToMe'
import type { NoticeDraft } from './useNoticeDraft'
import { t } from '../../ui/language'
import styles from './Notice.module.css'

interface TellSubscribersProps {
  /** Null: the article was never saved. */
  articleId: string | null
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
export function TellSubscribers({ articleId, template, draft, refused, sender, caution, at }: TellSubscribersProps) {
  const nobody =
    at !== null
      ? t(
          '目前没有会员能收到这条通知；名单以发布时为准。',
          'At present no member could get this notice; what counts is the time of publication.',
        )
      : t(
          '目前没有会员能收到这条通知。现在发布后，之后订阅的会员也不会补发。',
          'At present no member could get this notice. After publishing now, later subscribers are not told either.',
        )
  return (
    <section className={styles.tell} aria-label={t('通知订阅者', 'Tell subscribers')}>
      <Checkbox checked={draft.tell} onChange={(event) => draft.choose(event.target.checked)}>
        <span className={styles.choice}>{t('通知订阅者', 'Tell subscribers')}</span>
      </Checkbox>
      {caution !== undefined && <Alert type="warning" title={caution} />}
      <div className={styles.audience} aria-live="polite">
        <AudienceWords kind="preview" nobody={nobody} />
      </div>
      {draft.tell && (
        <>
          <NightChoice at={at} chosen={draft.atNight} onChoose={draft.chooseNight}>
            {at === null
              ? t('文章仍会立即发布。', 'The article is published at once all the same.')
              : t('文章仍会准时发布。', 'The article is published on time all the same.')}
          </NightChoice>
          <div className={styles.columns}>
            <div className={styles.aside}>
              <NoticeForm template={template} draft={draft} refused={refused} />
              <SendToMe
                kind="preview"
                articleId={articleId}
                values={draft.values}
                isFit={Object.keys(draft.problems).length === 0}
                caution={t(
                  '文章发布之前，在手机上点开卡片会显示“没有找到这篇文章”。',
                  'Until the article is published, opening the card finds no article.',
                )}
              />
            </div>
            <PhoneCard template={template} values={draft.values} sender={sender} />
          </div>
          <p className={styles.soft}>
            {at !== null && t('名单以发布时为准。', 'The audience is set at publication.')}
            {t(
              '通知发出后不能收回；每场活动的预告只发一次。',
              'A notice cannot be taken back; an event is announced once.',
            )}
          </p>
        </>
      )}
    </section>
  )
}

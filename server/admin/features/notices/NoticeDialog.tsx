import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Modal } from 'antd'
import { useState } from 'react'
import type { NoticeDetail } from '../../../../shared/contract'
import { TEMPLATE_OF_NOTICE } from '../../../../shared/domain/topics'
import { NOTICE_KINDS } from '../../../../shared/phrases'
import { call } from '../../api/call'
import { ApiError, wordsFor } from '../../api/errors'
import { useNow } from '../../ui/useNow'
import { NOW, whenInput, whenProblem } from '../../ui/when'
import { WhenChoice } from '../../ui/WhenChoice'
import { AudienceWords } from './AudienceWords'
import { NightChoice } from './NightChoice'
import { NoticeForm } from './NoticeForm'
import type { DecidedKind } from './noticeOffer'
import { fromServer, type NoticeSubject, type NoticeTemplate } from './noticeValues'
import { PhoneCard } from './PhoneCard'
import { SendToMe } from './SendToMe'
import { useNoticeWords } from './useNoticeDraft'
import { t } from '../../ui/language'
import styles from './Notice.module.css'

interface NoticeDialogProps {
  kind: DecidedKind
  articleId: string
  subject: NoticeSubject
  /** What happened, in at most five characters, such as 时间调整; null: what the template says by itself. */
  phrase: string | null
  /** Why this is asked now; absent when somebody came by themselves. */
  intro: string | undefined
  templates: NoticeTemplate[]
  sender: string
  onClose: () => void
  onMade: (notice: NoticeDetail) => void
}

/** Decides a reminder, a change or a cancellation notice: for whom, with which words, and when. */
export function NoticeDialog(props: NoticeDialogProps) {
  const { kind, articleId, subject, phrase, intro, onClose, onMade } = props
  const template = props.templates.find((entry) => entry.kind === TEMPLATE_OF_NOTICE[kind])
  const words = useNoticeWords(template, subject, phrase)
  const client = useQueryClient()
  const { message } = App.useApp()
  const now = useNow()
  const [when, setWhen] = useState(NOW)
  const [atNight, setAtNight] = useState(false)
  const [tried, setTried] = useState(false)
  const make = useMutation({
    mutationFn: () =>
      call('POST /api/admin/notices', {
        body: { articleId, kind, values: words.values, at: whenInput(when), atNight },
      }),
    onSuccess: (made) => {
      message.success(
        when.later ? t('已设定发送时间', 'The time of sending is set') : t('已开始发送', 'Sending has begun'),
      )
      void client.invalidateQueries({ queryKey: ['notices', 'list'] })
      onMade(made)
    },
  })
  const timeProblem = tried ? whenProblem(when, now) : undefined
  const refused = make.error instanceof ApiError ? fromServer(make.error.fields) : {}

  const submit = () => {
    setTried(true)
    if (Object.keys(words.problems).length > 0)
      message.error(t('通知内容还有需要修改的地方。', 'The notice still needs changes.'))
    else if (whenProblem(when, now) === undefined) make.mutate()
  }
  const name = t(NOTICE_KINDS[kind])
  return (
    <Modal
      open
      scrollLock={false}
      title={t(`发送${name}通知`, `Send notice: ${name}`)}
      width={880}
      mask={{ closable: false }}
      okText={when.later ? t('定时发送', 'Send later') : t('立即发送', 'Send now')}
      okButtonProps={{ disabled: template === undefined }}
      cancelText={intro === undefined ? t('取消', 'Cancel') : t('不通知', 'Tell nobody')}
      confirmLoading={make.isPending}
      onCancel={onClose}
      onOk={submit}
    >
      <div className={styles.dialog}>
        {intro !== undefined && <p>{intro}</p>}
        {template === undefined && (
          <Alert
            type="error"
            title={t(
              '没有配置这类通知的订阅模板，请联系维护人员。',
              'No template is configured for this kind of notice; ask who maintains the system.',
            )}
          />
        )}
        {make.error !== null && <Alert type="error" title={wordsFor(make.error)} />}
        <div aria-live="polite">
          <AudienceWords
            kind={kind}
            articleId={articleId}
            nobody={t('目前没有会员能收到这条通知。', 'At present no member could get this notice.')}
          />
        </div>
        <WhenChoice
          label={t('发送时间', 'Send')}
          names={{ now: t('立即发送', 'Send now'), later: t('定时发送', 'Send later') }}
          when={when}
          error={timeProblem}
          onChange={setWhen}
        />
        <NightChoice at={when.later ? when.at : null} chosen={atNight} onChoose={setAtNight} />
        {template !== undefined && (
          <div className={styles.columns}>
            <div className={styles.aside}>
              <NoticeForm template={template} draft={words} refused={refused} />
              <SendToMe
                kind={kind}
                articleId={articleId}
                values={words.values}
                isFit={Object.keys(words.problems).length === 0}
              />
            </div>
            <PhoneCard template={template} values={words.values} sender={props.sender} />
          </div>
        )}
        <p className={styles.soft}>
          {t(
            '只发给收到过这场活动通知的会员，每人最多一条；发出后不能收回。',
            'Only for members who were told of this event, one each; it cannot be taken back.',
          )}
        </p>
      </div>
    </Modal>
  )
}

import { useQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import type { Site } from '../../api/site'
import type { ArticleForm } from '../../features/articles/articleForm'
import { PublishDialog } from '../../features/articles/PublishDialog'
import type { Writing } from '../../features/articles/useWriting'
import { withdrawalSet, withdrawalWords } from '../../features/articles/withdrawal'
import { fromServer } from '../../features/notices/noticeValues'
import { audienceQuery } from '../../features/notices/queries'
import { TellSubscribers } from '../../features/notices/TellSubscribers'
import { useNoticeDraft, type DecidedBefore } from '../../features/notices/useNoticeDraft'
import { useNow } from '../../ui/useNow'
import { NOW, whenInput, whenProblem, type When } from '../../ui/when'
import { subjectOf } from './subject'
import { errorWords } from '../../ui/words'
import { t } from '../../ui/language'
import { dateTimeWords } from '../../ui/dates'

interface PublishStepProps {
  open: boolean
  writing: Writing
  site: Site
  onClose: () => void
}

/** `at`: when the article is published, ms since the epoch. */
function cautionFor(form: ArticleForm, at: number): string | undefined {
  if (form.event.decision === 'cancelled')
    return t('活动已取消，一般不再发送预告。', 'The event is cancelled; it is usually not announced any more.')
  if (form.event.endsAt !== null && form.event.endsAt <= at)
    return t(
      '届时活动已经结束，一般不再发送预告。',
      'The event will be over by then; it is usually not announced any more.',
    )
  return undefined
}

const setEarlier = (writing: Writing): When => {
  const at = writing.article?.scheduled?.at
  return at === undefined ? NOW : { later: true, at: Date.parse(at) }
}

function decidedBefore({ article }: Writing): DecidedBefore | null {
  const scheduled = article?.scheduled ?? null
  return scheduled && { tell: scheduled.notice !== null, atNight: scheduled.notice?.atNight ?? false }
}

/** Publishing now or at a set time, and with it the one decision to tell subscribers. */
export function PublishStep({ open, writing, site, onClose }: PublishStepProps) {
  const { article, form, holdsEvents, state } = writing
  const navigate = useNavigate()
  const { message } = App.useApp()
  const now = useNow()
  const [chosen, setChosen] = useState<When | null>(null)
  const [leaving, setLeaving] = useState<When | null>(null)
  const [tried, setTried] = useState(false)
  const when = chosen ?? setEarlier(writing)
  const withdrawal = leaving ?? withdrawalSet(article?.withdrawAt)
  const leavingWords = withdrawalWords(withdrawal, when.later ? when.at : null, now)
  const template = site.templates.find((entry) => entry.kind === 'preview')
  const told = article?.notices.some((notice) => notice.kind === 'preview') ?? false
  const subject = useMemo(() => subjectOf(form, site.organisation.name), [form, site])
  const caution = holdsEvents ? cautionFor(form, when.later && when.at !== null ? when.at : now) : undefined
  const draft = useNoticeDraft(template, subject, holdsEvents && !told, caution === undefined, decidedBefore(writing))
  const audience = useQuery({ ...audienceQuery('preview'), enabled: open && holdsEvents && !told })
  const close = () => {
    setChosen(null)
    setLeaving(null)
    setTried(false)
    onClose()
  }

  const publish = async () => {
    setTried(true)
    if (Object.keys(draft.problems).length > 0) {
      message.error(t('通知内容还有需要修改的地方。', 'The notice still needs changes.'))
      return
    }
    if (whenProblem(when, now) !== undefined || leavingWords !== undefined) return
    const notice = draft.tell ? { values: draft.values, atNight: draft.atNight } : null
    const at = whenInput(when)
    const done =
      at === null
        ? await writing.publish(notice, whenInput(withdrawal))
        : await writing.schedule(at, notice, whenInput(withdrawal))
    if (done === null) return
    message.success(
      at === null
        ? t('已发布', 'Published')
        : t(
            `已定时，${dateTimeWords(Date.parse(at))} 自动发布`,
            `Set: published by itself ${dateTimeWords(Date.parse(at))}`,
          ),
    )
    close()
    // publishing plans the event's reminders as well
    const made = done.notices.find((notice) => notice.kind === 'preview')
    if (at === null && draft.tell && made !== undefined) void navigate(`/notices/${made.id}`)
    draft.reset()
  }
  const count = audience.data === undefined ? '' : t(` ${audience.data.willGet} 人`, ` ${audience.data.willGet}`)
  const action = () => {
    if (when.later) return draft.tell ? t('定时发布并通知', 'Publish later and tell') : t('定时发布', 'Later')
    return draft.tell ? t(`发布并通知${count}`, `Publish and tell${count}`) : t('确认发布', 'Publish')
  }

  return (
    <PublishDialog
      open={open && writing.theirs === null}
      title={form.title}
      channel={article?.channel.name ?? ''}
      action={action()}
      working={state.step === 'working'}
      problem={state.step === 'failed' ? state.words : undefined}
      wide={draft.tell}
      when={when}
      whenProblem={tried ? whenProblem(when, now) : undefined}
      onWhen={setChosen}
      withdrawal={withdrawal}
      withdrawalProblem={tried ? (leavingWords ?? writing.fields.withdrawAt) : undefined}
      onWithdrawal={setLeaving}
      onCancel={() => {
        writing.calm()
        close()
      }}
      onPublish={() => void publish()}
    >
      {holdsEvents && told && <p>{errorWords('notice_exists')}</p>}
      {holdsEvents && !told && template !== undefined && (
        <TellSubscribers
          articleId={article?.id ?? null}
          template={template}
          draft={draft}
          refused={fromServer(writing.fields)}
          sender={site.organisation.shortName}
          caution={caution}
          at={when.later ? when.at : null}
        />
      )}
    </PublishDialog>
  )
}

import { useQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { useMemo } from 'react'
import { useNavigate } from 'react-router-dom'
import { errorMessage } from '../../../../shared/phrases'
import type { Site } from '../../api/site'
import type { ArticleForm } from '../../features/articles/articleForm'
import { PublishDialog } from '../../features/articles/PublishDialog'
import type { Writing } from '../../features/articles/useWriting'
import { fromServer, type NoticeSubject } from '../../features/notices/noticeValues'
import { audienceQuery } from '../../features/notices/queries'
import { TellSubscribers } from '../../features/notices/TellSubscribers'
import { useNoticeDraft } from '../../features/notices/useNoticeDraft'
import { useNow } from '../../ui/useNow'

interface PublishStepProps {
  open: boolean
  writing: Writing
  site: Site
  onClose: () => void
}

function subjectOf(form: ArticleForm, organisation: string): NoticeSubject | null {
  const { startsAt, endsAt, venue, signupDeadline } = form.event
  if (startsAt === null || endsAt === null) return null
  return { title: form.title.trim(), organisation, startsAt, endsAt, venue: venue.trim(), signupDeadline }
}

function cautionFor(form: ArticleForm, now: number): string | undefined {
  if (form.event.decision === 'cancelled') return '活动已取消，一般不再发送预告。'
  if (form.event.endsAt !== null && form.event.endsAt <= now) return '活动已经结束，一般不再发送预告。'
  return undefined
}

/** Publishing, and with it the one decision to tell subscribers. */
export function PublishStep({ open, writing, site, onClose }: PublishStepProps) {
  const { article, form, holdsEvents, state } = writing
  const navigate = useNavigate()
  const { message } = App.useApp()
  const now = useNow()
  const template = site.templates.find((entry) => entry.kind === 'preview')
  const told = article?.notices.some((notice) => notice.kind === 'preview') ?? false
  const subject = useMemo(() => subjectOf(form, site.organisation.name), [form, site])
  const caution = holdsEvents ? cautionFor(form, now) : undefined
  const draft = useNoticeDraft(template, subject, holdsEvents && !told, caution === undefined)
  const audience = useQuery({ ...audienceQuery, enabled: open && holdsEvents && !told })

  const publish = async () => {
    if (Object.keys(draft.problems).length > 0) {
      message.error('通知内容还有需要修改的地方。')
      return
    }
    const done = await writing.publish(draft.tell ? { values: draft.values } : null)
    if (done === null) return
    message.success('已发布')
    onClose()
    const [notice] = done.notices
    if (draft.tell && notice !== undefined) void navigate(`/notices/${notice.id}`)
    draft.reset()
  }
  const count = audience.data === undefined ? '' : ` ${audience.data.willGet} 人`

  return (
    <PublishDialog
      open={open && writing.theirs === null}
      title={form.title}
      channel={article?.channel.name ?? ''}
      action={draft.tell ? `发布并通知${count}` : '确认发布'}
      working={state.step === 'working'}
      problem={state.step === 'failed' ? state.words : undefined}
      wide={draft.tell}
      onCancel={() => {
        writing.calm()
        onClose()
      }}
      onPublish={() => void publish()}
    >
      {holdsEvents && told && <p>{errorMessage('notice_exists')}</p>}
      {holdsEvents && !told && template !== undefined && (
        <TellSubscribers
          template={template}
          draft={draft}
          refused={fromServer(writing.fields)}
          sender={site.organisation.shortName}
          caution={caution}
        />
      )}
    </PublishDialog>
  )
}

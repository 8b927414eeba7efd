import { App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import type { StaffArticle, StaffMember } from '../../../../shared/contract'
import { attachFile, bringPicture, uploadFile } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { channelChoices, type Site } from '../../api/site'
import { ConflictDialog } from '../../features/articles/ConflictDialog'
import { EditorBar } from '../../features/articles/EditorBar'
import { KeptCopies } from '../../features/articles/KeptCopies'
import { LeaveGuard } from '../../features/articles/LeaveGuard'
import { SidePanel } from '../../features/articles/SidePanel'
import { TitleField } from '../../features/articles/TitleField'
import { useWriting } from '../../features/articles/useWriting'
import { ChecksPart } from '../../features/checks/ChecksPart'
import { CoverField } from '../../features/media/CoverField'
import { PhonePreview } from '../../features/preview/PhonePreview'
import { PreviewLinks } from '../../features/preview/PreviewLinks'
import { LibraryPicker } from '../../features/media/LibraryPicker'
import { useLibraryPick } from '../../features/media/useLibraryPick'
import { useBin } from '../../features/bin/useBin'
import { CompanyBanner } from '../../features/presence/CompanyBanner'
import { ReviewChip } from '../../features/review/ReviewChip'
import { needsOthers } from '../../features/review/reviewMoves'
import { RichTextEditor } from '../../ui/richtext/RichTextEditor'
import { t } from '../../ui/language'
import { useTitle } from '../../ui/useTitle'
import { DeskNotes } from './DeskNotes'
import { HistoryStep } from './HistoryStep'
import { PublishStep } from './PublishStep'
import { ReviewStep, useFourEyes, useReviewStep } from './ReviewStep'
import { SetForLater } from './SetForLater'
import { TellMembers } from './TellMembers'
import { ToldSoFar } from './ToldSoFar'
import { tellingAfter, tellingOf, type Telling } from './telling'
import { useSaveKey } from './useSaveKey'
import { WithdrawLater, WithdrawLaterStep } from './WithdrawLater'
import styles from './WritingDesk.module.css'

interface WritingDeskProps {
  article: StaffArticle | null
  staff: StaffMember
  site: Site
  onCreated: (article: StaffArticle) => void
}

/** The editor: the writing in the middle, everything else at its edge. */
export function WritingDesk({ article, staff, site, onCreated }: WritingDeskProps) {
  const { message, modal } = App.useApp()
  const navigate = useNavigate()
  const channels = channelChoices(site.channels)
  const quiet = useRef(false)
  const writing = useWriting({
    staffId: staff.id,
    article,
    organisation: site.organisation.name,
    isEventChannel: (slug) => channels.some((channel) => channel.slug === slug && channel.kind === 'events'),
    onCreated: (made) => {
      // the address changes from `new` to the id: that is not leaving
      quiet.current = true
      onCreated(made)
    },
  })
  const { form, fields, dirty, state } = writing
  const [panel, setPanel] = useState(true)
  const [preview, setPreview] = useState(false)
  const [publishing, setPublishing] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const [history, setHistory] = useState(false)
  const library = useLibraryPick()
  const [telling, setTelling] = useState<Telling | null>(null)
  const status = writing.article?.status ?? 'draft'
  const mayPublish = staff.role !== 'writer'
  const fourEyes = useFourEyes()
  const review = useReviewStep(writing)
  const bin = useBin()
  useTitle(form.title || t('写文章', 'Write an article'))

  const save = async () => {
    const before = writing.article
    const after = await writing.save()
    if (after !== null && mayPublish) setTelling(tellingAfter(before, after))
  }
  useSaveKey(() => void save())

  useEffect(() => {
    if (state.step === 'failed') document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus()
  }, [state])

  useEffect(() => {
    // once the page shows the saved state the guard is back on duty
    if (!dirty) quiet.current = false
  }, [dirty])

  const publish = async () => {
    if (await writing.readyToPublish()) setPublishing(true)
  }
  const withdraw = () =>
    void modal.confirm({
      title: t('撤回这篇文章？', 'Withdraw this article?'),
      content: t(
        '撤回后会员将无法打开它；内容会保留，可以修改后重新发布。',
        'Members can no longer open it; the content stays and can be published again.',
      ),
      okText: t('撤回', 'Withdraw'),
      cancelText: t('取消', 'Cancel'),
      scrollLock: false,
      onOk: async () => {
        if ((await writing.withdraw()) !== null) message.success(t('已撤回', 'Withdrawn'))
      },
    })

  const kept = writing.article
  // where somebody has to act on it, it is what they came for; it does not move about while they write
  const [reviewFirst] = useState(article?.review === 'submitted' || article?.review === 'returned')
  const mayDelete =
    kept !== null && (mayPublish || (status === 'draft' && kept.scheduledAt === null && kept.createdBy === staff.id))
  const mayWithdrawLater = mayPublish && kept !== null && (status === 'published' || kept.scheduledAt !== null)
  const remove = () => {
    if (kept === null) return
    const note = dirty
      ? t('页面上还没有保存的修改只留在这台电脑上。', 'What is not saved stays on this computer only.')
      : ''
    bin.remove([kept], note, async (ids) => {
      if (ids.length === 0) return
      quiet.current = true
      await navigate('/articles')
    })
  }

  return (
    <div className={styles.frame}>
      <EditorBar
        status={status}
        state={state}
        dirty={dirty}
        safe={writing.safe}
        mayPublish={mayPublish}
        needsOthers={needsOthers({ article: kept, staff, fourEyes, dirty })}
        review={kept && <ReviewChip status={status} review={kept.review} />}
        scheduledAt={writing.article?.scheduled?.at ?? null}
        withdrawAt={kept?.withdrawAt ?? null}
        onWithdrawLater={mayWithdrawLater ? () => setLeaving(true) : undefined}
        panelOpen={panel}
        onSave={() => void save()}
        onPublish={() => void publish()}
        onSubmit={kept?.review === 'submitted' ? undefined : () => void review('submitted', '')}
        onDelete={mayDelete ? remove : undefined}
        onWithdraw={withdraw}
        onPreview={() => setPreview(true)}
        onPanel={() => setPanel(!panel)}
        onHistory={writing.article === null ? undefined : () => setHistory(true)}
      />
      <CompanyBanner articleId={writing.article?.id ?? null} />
      <DeskNotes writing={writing} quiet={publishing || history || leaving} />
      <main className={styles.desk}>
        <h1 className="visually-hidden">
          {article === null ? t('写文章', 'Write an article') : t('编辑文章', 'Edit article')}
        </h1>
        <div className={styles.page}>
          <RichTextEditor
            html={form.bodyHtml}
            problemId={fields.bodyHtml === undefined ? undefined : 'body-problem'}
            onChange={(bodyHtml) => writing.change({ bodyHtml })}
            upload={uploadFile}
            pickPicture={library.pick}
            bring={bringPicture}
            attach={attachFile}
            wordsFor={wordsFor}
          >
            <TitleField value={form.title} error={fields.title} onChange={(title) => writing.change({ title })} />
            {fields.bodyHtml !== undefined && (
              <p id="body-problem" role="alert" className={styles.problem}>
                {fields.bodyHtml}
              </p>
            )}
          </RichTextEditor>
        </div>
        {panel && (
          <SidePanel
            writing={writing}
            channels={channels}
            top={
              <>
                <SetForLater writing={writing} mayPublish={mayPublish} onChange={() => void publish()} />
                <WithdrawLater writing={writing} onChange={mayWithdrawLater ? () => setLeaving(true) : undefined} />
                {reviewFirst && <ReviewStep writing={writing} staff={staff} />}
              </>
            }
            cover={
              <CoverField
                cover={form.cover}
                error={fields.coverId}
                pick={library.pick}
                onChange={(cover) => writing.change({ cover })}
              />
            }
          >
            {!reviewFirst && <ReviewStep writing={writing} staff={staff} />}
            <ChecksPart
              form={form}
              holdsEvents={writing.holdsEvents}
              isPublished={status === 'published'}
              affairs={site.currentAffairs}
            />
            <ToldSoFar
              article={writing.article}
              mayDecide={mayPublish}
              dirty={dirty}
              onTell={(kind) => setTelling(tellingOf(kind))}
            />
            {writing.article !== null && <PreviewLinks articleId={writing.article.id} />}
            <KeptCopies copies={writing.copies} onRestore={writing.restore} onForget={writing.forget} />
          </SidePanel>
        )}
      </main>
      <PhonePreview
        {...{ form, channels, article: writing.article, holdsEvents: writing.holdsEvents }}
        open={preview}
        onClose={() => setPreview(false)}
      />
      <LibraryPicker {...library.picker} />
      <PublishStep open={publishing} writing={writing} site={site} onClose={() => setPublishing(false)} />
      {leaving && <WithdrawLaterStep writing={writing} onClose={() => setLeaving(false)} />}
      {history && <HistoryStep writing={writing} onClose={() => setHistory(false)} />}
      {telling !== null && writing.article !== null && (
        <TellMembers
          telling={telling}
          article={writing.article}
          site={site}
          onClose={() => setTelling(null)}
          onMade={(noticeId) => void navigate(`/notices/${noticeId}`)}
        />
      )}
      <ConflictDialog mine={form} theirs={writing.theirs} onChoose={writing.resolveConflict} />
      <LeaveGuard
        unsaved={() => dirty && !quiet.current}
        onSave={async () => (await writing.save()) !== null}
        onDiscard={writing.discard}
      />
    </div>
  )
}

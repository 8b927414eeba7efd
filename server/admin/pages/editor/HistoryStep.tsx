import { App } from 'antd'
import type { ArticleRevision } from '../../../../shared/contract'
import { formatTableTime } from '../../../../shared/domain/time'
import type { Writing } from '../../features/articles/useWriting'
import { HistoryDialog } from '../../features/history/HistoryDialog'
import { t } from '../../ui/language'

interface HistoryStepProps {
  writing: Writing
  onClose: () => void
}

/** The saves of the article on the desk; going back to one says first what becomes of what is there now. */
export function HistoryStep({ writing, onClose }: HistoryStepProps) {
  const { article, dirty, state } = writing
  const { message, modal } = App.useApp()
  if (article === null) return null
  const restore = (revision: ArticleRevision) => {
    const consequences = [
      t(
        '会另存为新的一次保存，现在的内容仍在历史版本中。',
        'This is a new save; what is there now stays in the history.',
      ),
      article.status === 'published'
        ? t('文章已经发布，会员看到的内容随之更新。', 'The article is public: what members see changes as well.')
        : '',
      dirty
        ? t(
            '页面上尚未保存的修改会留存在本机，可在“留存的版本”中找回。',
            'What is not saved is kept in this browser, under “Kept versions”.',
          )
        : '',
    ]
    void modal.confirm({
      title: t(
        `恢复到 ${formatTableTime(Date.parse(revision.savedAt))} 的版本？`,
        `Restore the version of ${formatTableTime(Date.parse(revision.savedAt))}?`,
      ),
      content: consequences.join(''),
      okText: t('恢复', 'Restore'),
      cancelText: t('取消', 'Cancel'),
      scrollLock: false,
      onOk: async () => {
        if ((await writing.goBackTo(revision.id)) === null) return
        message.success(t('已恢复，并另存为新的一次保存', 'Restored, as a new save'))
        onClose()
      },
    })
  }
  return (
    <HistoryDialog
      articleId={article.id}
      version={article.version}
      working={state.step === 'working'}
      problem={state.step === 'failed' ? state.words : undefined}
      onRestore={restore}
      onClose={() => {
        writing.calm()
        onClose()
      }}
    />
  )
}

import { App } from 'antd'
import type { ArticleRevision } from '../../../../shared/contract'
import { formatTableTime } from '../../../../shared/domain/time'
import type { Writing } from '../../features/articles/useWriting'
import { HistoryDialog } from '../../features/history/HistoryDialog'

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
      '会另存为新的一次保存，现在的内容仍在历史版本中。',
      article.status === 'published' ? '文章已经发布，会员看到的内容随之更新。' : '',
      dirty ? '页面上尚未保存的修改会留存在本机，可在“留存的版本”中找回。' : '',
    ]
    void modal.confirm({
      title: `恢复到 ${formatTableTime(Date.parse(revision.savedAt))} 的版本？`,
      content: consequences.join(''),
      okText: '恢复',
      cancelText: '取消',
      scrollLock: false,
      onOk: async () => {
        if ((await writing.goBackTo(revision.id)) === null) return
        message.success('已恢复，并另存为新的一次保存')
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

import { App, Button } from 'antd'
import type { NoticeDetail } from '../../../../shared/contract'
import { MOVE_NAMES, possibleMoves, questionFor, type NoticeMove } from './noticeMoves'
import { useNoticeMove } from './useNoticeMove'
import { t } from '../../ui/language'
import styles from './NoticeView.module.css'

interface NoticeActionsProps {
  notice: NoticeDetail
  onFollowUp: (made: NoticeDetail) => void
}

/** What staff may do with the notice now; what a step leads to is said before it is taken. */
export function NoticeActions({ notice, onFollowUp }: NoticeActionsProps) {
  const { modal } = App.useApp()
  const move = useNoticeMove(notice.id, onFollowUp)
  const moves = possibleMoves(notice)
  if (moves.length === 0) return null

  const begin = (kind: NoticeMove) => {
    const question = questionFor(kind, notice)
    if (question === null) return move.mutate(kind)
    void modal.confirm({
      title: question.title,
      content: question.text,
      okText: question.yes,
      okButtonProps: { danger: question.danger },
      cancelText: t('返回', 'Back'),
      scrollLock: false,
      // a refusal is said by the mutation itself; the dialog closes either way
      onOk: () => move.mutateAsync(kind).catch(() => undefined),
    })
  }
  return (
    <div className={styles.actions}>
      {moves.map((kind) => (
        <Button
          key={kind}
          type={kind === 'resume' || kind === 'follow-up' ? 'primary' : 'default'}
          danger={kind === 'cancel'}
          loading={move.isPending && move.variables === kind}
          disabled={move.isPending}
          onClick={() => begin(kind)}
        >
          {kind === 'follow-up'
            ? t(
                `发送给仍可接收的会员（${notice.canStillGet} 位）`,
                `Send to members who can still get it (${notice.canStillGet})`,
              )
            : t(MOVE_NAMES[kind])}
        </Button>
      ))}
    </div>
  )
}

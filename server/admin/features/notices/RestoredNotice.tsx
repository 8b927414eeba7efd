import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import type { NoticeDetail } from '../../../../shared/contract'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { dateTimeWords } from '../../ui/dates'
import { t } from '../../ui/language'
import { isHeldByRestore } from './noticeMoves'
import { noticeQuery } from './queries'
import styles from './NoticeView.module.css'

type Outcome = 'sent' | 'failed'

/** What waited when the backup was made, and may have been sent since: staff say what became of all of it at once. */
function SettleAll({ notice, count }: { notice: NoticeDetail; count: number }) {
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const settle = useMutation({
    mutationFn: (outcome: Outcome) =>
      call('POST /api/admin/notices/{id}/settle-restored', { params: { id: notice.id }, body: { outcome } }),
    onSuccess: (settled) => {
      client.setQueryData(noticeQuery(settled.id).queryKey, settled)
      message.success(t('已认定', 'Settled'))
    },
    onError: (error) => message.error(wordsFor(error)),
  })
  const ask = (outcome: Outcome) =>
    void modal.confirm({
      title:
        outcome === 'sent'
          ? t(`认定 ${count} 位都已发出？`, `Were all ${count} sent it?`)
          : t(`确认 ${count} 位都没有发出？`, `Was certainly none of the ${count} sent it?`),
      content:
        outcome === 'sent'
          ? t('他们不会再收到这条通知。认定后不能更改。', 'They are not told again. This cannot be changed.')
          : t(
              '提醒次数会退还，之后可以补发给他们。若其中有人其实收到过，补发会让他们收到两次。认定后不能更改。',
              'Their grants go back and they can be followed up; who did get it would get it twice. This cannot be changed.',
            ),
      okText: outcome === 'sent' ? t('都已发出', 'All were sent it') : t('都没有发出', 'None was sent it'),
      okButtonProps: { danger: outcome === 'failed' },
      cancelText: t('返回', 'Back'),
      scrollLock: false,
      onOk: () => settle.mutateAsync(outcome).catch(() => undefined),
    })
  return (
    <div className={styles.actions}>
      <Button loading={settle.isPending && settle.variables === 'sent'} onClick={() => ask('sent')}>
        {t('认定都已发出', 'All were sent it')}
      </Button>
      <Button danger loading={settle.isPending && settle.variables === 'failed'} onClick={() => ask('failed')}>
        {t('确认都没有发出', 'None was sent it')}
      </Button>
    </div>
  )
}

/** A notice that was under way when the backup was made that was put back. */
export function RestoredNotice({ notice }: { notice: NoticeDetail }) {
  if (isHeldByRestore(notice)) {
    const at = notice.scheduledAt === null ? '' : dateTimeWords(Date.parse(notice.scheduledAt))
    return (
      <Alert
        type="warning"
        title={t(
          `数据从备份恢复，这条通知（原定 ${at}）没有自动继续：备份之后它可能已经发过。确认没有发过，再点“继续发送”；否则请取消。`,
          `Restored from a backup: this notice (set for ${at}) does not go on by itself, for it may have gone out since. Go on only if it has not; cancel it otherwise.`,
        )}
      />
    )
  }
  const count = notice.reasons
    .filter(({ state, reason }) => state === 'unconfirmed' && reason === 'restored')
    .reduce((sum, entry) => sum + entry.count, 0)
  return (
    <Alert
      type="warning"
      title={t(
        '数据从备份恢复，这条通知已停下：备份时还在等待的会员，之后可能已经收到，系统不会再发。',
        'Restored from a backup: this notice was stopped. Who waited then may have been sent it since and is not sent it again.',
      )}
      description={count > 0 ? <SettleAll notice={notice} count={count} /> : undefined}
    />
  )
}

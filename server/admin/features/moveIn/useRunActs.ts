import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { MoveInRun } from '../../../../shared/contract'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { t } from '../../ui/language'
import { moveInQuery } from './queries'

/** What can be done with the file, each with its question where it cannot be taken back. */
export function useRunActs(run: MoveInRun) {
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const params = { id: run.id }
  const show = (now: MoveInRun | null) =>
    client.setQueryData(moveInQuery.queryKey, (held) => ({ doubtful: held?.doubtful ?? 0, run: now }))
  const handlers = {
    onError: (error: unknown) => void message.error(wordsFor(error), 6),
    onSettled: () => client.invalidateQueries({ queryKey: ['move-in'] }),
  }
  const take = useMutation({
    ...handlers,
    mutationFn: () => call('POST /api/admin/move-in/{id}/take', { params }),
    onSuccess: show,
  })
  const resume = useMutation({
    ...handlers,
    mutationFn: () => call('POST /api/admin/move-in/{id}/resume', { params }),
    onSuccess: show,
  })
  const check = useMutation({
    ...handlers,
    mutationFn: (columns: string) => call('POST /api/admin/move-in/{id}/check', { params, body: { columns } }),
    onSuccess: show,
  })
  const discard = useMutation({
    ...handlers,
    mutationFn: () => call('DELETE /api/admin/move-in/{id}', { params }),
    onSuccess: () => show(null),
  })
  const { certain, doubtful, failed } = run.counts

  return {
    isBusy: take.isPending || resume.isPending || check.isPending || discard.isPending,
    resume: () => resume.mutate(),
    check: (columns: string) => check.mutate(columns),
    clear: () => discard.mutate(),
    askTake: () =>
      void modal.confirm({
        title:
          run.archive === null
            ? t(`导入 ${certain + doubtful} 页？`, `Take over ${certain + doubtful} pages?`)
            : t('恢复这份归档？', 'Put this archive back?'),
        content:
          run.archive === null
            ? t(
                `可直接导入的 ${certain} 页立即公开，保留原来的时间和浏览次数，不发通知；存疑的 ${doubtful} 页存为草稿，等您核对；不能导入的 ${failed} 页跳过。`,
                `${certain} are public at once with their own times and views, and nobody is notified; ${doubtful} become drafts for you to look at; ${failed} are left out.`,
              )
            : t(
                '归档里的文章按原来的状态、时间和编号恢复；这里已有的文章保持不动。',
                'Its articles come back as they were; what is here already stays as it is.',
              ),
        okText: t('导入', 'Take over'),
        cancelText: t('取消', 'Cancel'),
        scrollLock: false,
        onOk: () => take.mutateAsync().catch(() => undefined),
      }),
    askDiscard: () =>
      void modal.confirm({
        title: t('放弃这个文件？', 'Throw this file away?'),
        content: t(
          '上传的文件和检查结果会清除；已经导入的文章不受影响。',
          'The file and its report go; what was taken over stays.',
        ),
        okText: t('放弃', 'Throw away'),
        okButtonProps: { danger: true },
        cancelText: t('取消', 'Cancel'),
        scrollLock: false,
        onOk: () => discard.mutateAsync().catch(() => undefined),
      }),
  }
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { NoticeDetail } from '../../../../shared/contract'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import type { NoticeMove } from './noticeMoves'
import { noticeQuery } from './queries'

const DONE: Record<NoticeMove, string> = {
  pause: '已暂停发送',
  resume: '已继续发送',
  cancel: '通知已取消',
  'follow-up': '已开始发送给仍可接收的会员',
}

function ask(move: NoticeMove, id: string): Promise<NoticeDetail> {
  const given = { params: { id } }
  switch (move) {
    case 'pause':
      return call('POST /api/admin/notices/{id}/pause', given)
    case 'resume':
      return call('POST /api/admin/notices/{id}/resume', given)
    case 'cancel':
      return call('POST /api/admin/notices/{id}/cancel', given)
    case 'follow-up':
      return call('POST /api/admin/notices/{id}/follow-up', given)
  }
}

/** Pause, resume, cancel or follow up. What the server says about it is shown; the page then shows the new state. */
export function useNoticeMove(id: string, onFollowUp: (made: NoticeDetail) => void) {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: (move: NoticeMove) => ask(move, id),
    onSuccess: (notice, move) => {
      message.success(DONE[move])
      client.setQueryData(noticeQuery(notice.id).queryKey, notice)
      void client.invalidateQueries({ queryKey: ['notices', 'list'] })
      if (move === 'follow-up') onFollowUp(notice)
    },
    onError: (error) => {
      message.error(wordsFor(error))
      // somebody else may have been faster, or the notice has ended meanwhile
      void client.invalidateQueries({ queryKey: noticeQuery(id).queryKey })
    },
  })
}

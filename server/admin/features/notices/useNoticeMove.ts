import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { NoticeDetail } from '../../../../shared/contract'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import type { NoticeMove } from './noticeMoves'
import { noticeQuery } from './queries'
import type { Phrase } from '../../../../shared/phrases'
import { t } from '../../ui/language'

const DONE: Record<NoticeMove, Phrase> = {
  pause: { zh: '已暂停发送', en: 'Sending is paused' },
  resume: { zh: '已继续发送', en: 'Sending goes on' },
  cancel: { zh: '通知已取消', en: 'The notice is cancelled' },
  'follow-up': { zh: '已开始发送给仍可接收的会员', en: 'Sending to members who can still get it has begun' },
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
      message.success(t(DONE[move]))
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

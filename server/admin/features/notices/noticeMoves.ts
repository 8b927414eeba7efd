import type { NoticeDetail } from '../../../../shared/contract'
import { canMoveNotice, isNoticeOver, noticeProgress } from '../../../../shared/domain/notice'
import { t } from '../../ui/language'
import type { Phrase } from '../../../../shared/phrases'

export type NoticeMove = 'pause' | 'resume' | 'cancel' | 'follow-up'

type Standing = Pick<NoticeDetail, 'status'> & Partial<Pick<NoticeDetail, 'pauseReason'>>

/** Set for later when the backup was made that was put back: it may have gone out since. */
export const isHeldByRestore = (notice: Standing): boolean =>
  notice.status === 'draft' && notice.pauseReason === 'restored'

/** What staff may do with a notice as it stands now, most wanted first. */
export function possibleMoves(notice: Standing & Pick<NoticeDetail, 'canStillGet'>): NoticeMove[] {
  const moves: NoticeMove[] = []
  if (notice.status === 'paused' || isHeldByRestore(notice)) moves.push('resume')
  if (canMoveNotice(notice.status, 'paused')) moves.push('pause')
  if (canMoveNotice(notice.status, 'cancelled')) moves.push('cancel')
  // a cancelled notice was not to be told: nobody is told of it later
  if (isNoticeOver(notice.status) && notice.status !== 'cancelled' && notice.canStillGet > 0) moves.push('follow-up')
  return moves
}

export const MOVE_NAMES: Record<Exclude<NoticeMove, 'follow-up'>, Phrase> = {
  pause: { zh: '暂停发送', en: 'Pause' },
  resume: { zh: '继续发送', en: 'Go on sending' },
  cancel: { zh: '取消通知', en: 'Cancel the notice' },
}

export interface Question {
  title: string
  /** What follows, in words. */
  text: string
  yes: string
  danger: boolean
}

const hasBegun = (notice: NoticeDetail): boolean => noticeProgress(notice.counts).total > 0

function cancelWords(notice: NoticeDetail): string {
  const { reached, open, uncertain } = noticeProgress(notice.counts)
  if (!hasBegun(notice))
    return t('这条通知不会发给任何人。取消后不能恢复。', 'Nobody will get this notice. This cannot be undone.')
  const gone = reached + uncertain
  const told = gone > 0 ? t(`已发出的 ${gone} 位不能收回。`, `The ${gone} already sent cannot be taken back. `) : ''
  return t(
    `还在等待的 ${open} 位会员不会收到，他们的提醒次数不扣。${told}取消后不能恢复。`,
    `The ${open} who still wait will not get it and keep their grants. ${told}This cannot be undone.`,
  )
}

/** What is asked before a move that has consequences; null for one that has none to explain. */
export function questionFor(move: NoticeMove, notice: NoticeDetail): Question | null {
  const { open } = noticeProgress(notice.counts)
  switch (move) {
    case 'resume':
      return isHeldByRestore(notice)
        ? {
            title: t('确认这条通知还没有发出？', 'Has this notice certainly not gone out?'),
            text: t(
              '数据是从备份恢复的，备份之后它可能已经发过。若已发过，继续会让会员收到两次。设定的时间已过时，会立即发送。',
              'This house was restored from a backup; it may have gone out since, and members would get it twice. If its time has passed it goes at once.',
            ),
            yes: t('没有发过，继续发送', 'It has not; go on'),
            danger: true,
          }
        : null
    case 'pause':
      return {
        title: t('暂停发送？', 'Pause sending?'),
        text: t(
          `还在等待的 ${open} 位会员暂不发送，随时可以继续。已经发出的不受影响。`,
          `The ${open} who still wait are not sent it for now; you can go on at any time. What was sent stays.`,
        ),
        yes: t('暂停发送', 'Pause'),
        danger: false,
      }
    case 'cancel':
      return {
        title: t('取消这条通知？', 'Cancel this notice?'),
        text: cancelWords(notice),
        yes: t('取消通知', 'Cancel the notice'),
        danger: true,
      }
    case 'follow-up':
      return {
        title: t(
          `发送给仍可接收的 ${notice.canStillGet} 位会员？`,
          `Send to the ${notice.canStillGet} members who can still get it?`,
        ),
        text:
          notice.haltReason === 'restored'
            ? t(
                '数据是从备份恢复的：备份之后已收到这条通知的会员，系统并不知道，可能会收到两次。请先确认。',
                'This house was restored from a backup: who got it since then is not known here and would get it twice. Make sure first.',
              )
            : t(
                '内容与这条通知相同，只发给之前没有收到、现在可以接收的会员。已经收到或可能已经收到的会员不会再收到。',
                'The same words, only for members who did not get them and can now. Who got them, or may have, gets nothing.',
              ),
        yes: t(`发送给 ${notice.canStillGet} 位会员`, `Send to ${notice.canStillGet} members`),
        danger: false,
      }
  }
}

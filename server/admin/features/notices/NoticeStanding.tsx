import { Alert } from 'antd'
import type { NoticeDetail } from '../../../../shared/contract'
import { DELIVERY_REASONS, PAUSE_REASONS } from '../../../../shared/phrases'
import { t } from '../../ui/language'
import { dateTimeWords } from '../../ui/dates'
import { isHeldByRestore } from './noticeMoves'
import { RestoredNotice } from './RestoredNotice'

const at = (iso: string): string => dateTimeWords(Date.parse(iso))

/** Why the notice stands where it stands, when that is not what one would expect. */
export function NoticeStanding({ notice }: { notice: NoticeDetail }) {
  if (notice.haltReason === 'restored' || isHeldByRestore(notice)) return <RestoredNotice notice={notice} />
  if (notice.haltReason !== null) {
    return (
      <Alert
        type="error"
        title={t(
          `发送已中止：${t(DELIVERY_REASONS[notice.haltReason])}。未发出的会员没有收到通知，提醒次数不扣。`,
          `Sending was halted: ${t(DELIVERY_REASONS[notice.haltReason])}. Who had not been sent it gets nothing and keeps the grant.`,
        )}
      />
    )
  }
  if (notice.status === 'paused') {
    const next =
      notice.pauseReason === 'errors'
        ? t(
            '请查看下方的原因，排除后点“继续发送”；还在等待的会员不会丢失。',
            'See the reasons below; once they are out of the way press “Go on sending”. Nobody who waits is lost.',
          )
        : t('还在等待的会员会在继续后收到。', 'Who still waits gets it when sending goes on.')
    return (
      <Alert
        type="warning"
        title={`${notice.pauseReason === null ? t('发送已暂停', 'Sending is paused') : t(PAUSE_REASONS[notice.pauseReason])}。${next}`}
      />
    )
  }
  if (notice.status === 'scheduled' && notice.scheduledAt !== null) {
    const night = notice.atNight
      ? ''
      : t('如正值安静时段，会等到时段结束再发。', 'In the quiet hours it waits for their end.')
    return (
      <Alert
        type="info"
        title={t(
          `将于 ${at(notice.scheduledAt)} 发送，名单到时确定。${night}`,
          `To be sent ${at(notice.scheduledAt)}; the audience is set then. ${night}`,
        )}
      />
    )
  }
  if (notice.quietUntil !== null) {
    return (
      <Alert
        type="info"
        title={t(
          `现在是安静时段，${at(notice.quietUntil)} 起自动发送，不打扰会员休息。`,
          `These are the quiet hours; sending begins by itself at ${at(notice.quietUntil)}.`,
        )}
      />
    )
  }
  return null
}

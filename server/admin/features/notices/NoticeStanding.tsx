import { Alert } from 'antd'
import type { NoticeDetail } from '../../../../shared/contract'
import { formatDateTime } from '../../../../shared/domain/time'
import { DELIVERY_REASONS, PAUSE_REASONS } from '../../../../shared/phrases'

const at = (iso: string): string => formatDateTime(Date.parse(iso))

/** Why the notice stands where it stands, when that is not what one would expect. */
export function NoticeStanding({ notice }: { notice: NoticeDetail }) {
  if (notice.haltReason !== null) {
    return (
      <Alert
        type="error"
        title={`发送已中止：${DELIVERY_REASONS[notice.haltReason].zh}。未发出的会员没有收到通知，提醒次数不扣。`}
      />
    )
  }
  if (notice.status === 'paused') {
    const next =
      notice.pauseReason === 'errors'
        ? '请查看下方的原因，排除后点“继续发送”；还在等待的会员不会丢失。'
        : '还在等待的会员会在继续后收到。'
    return (
      <Alert
        type="warning"
        title={`${notice.pauseReason === null ? '发送已暂停' : PAUSE_REASONS[notice.pauseReason].zh}。${next}`}
      />
    )
  }
  if (notice.status === 'scheduled' && notice.scheduledAt !== null) {
    const night = notice.atNight ? '' : '如正值安静时段，会等到时段结束再发。'
    return <Alert type="info" title={`将于 ${at(notice.scheduledAt)} 发送，名单到时确定。${night}`} />
  }
  if (notice.quietUntil !== null) {
    return <Alert type="info" title={`现在是安静时段，${at(notice.quietUntil)} 起自动发送，不打扰会员休息。`} />
  }
  return null
}

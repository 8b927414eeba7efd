import type { NoticeDetail } from '../../../../shared/contract'
import { TEMPLATE_OF_NOTICE, TOPIC_OF_TEMPLATE } from '../../../../shared/domain/topics'
import { DELIVERY_REASONS, TOPICS } from '../../../../shared/phrases'
import { Card } from '../../ui/Card'
import { count } from '../../ui/count'
import { chosenOf } from './chosen'
import { t } from '../../ui/language'
import styles from './NoticeView.module.css'

/** How the list came about, by kind: staff ask this most. */
function originOf(notice: NoticeDetail): string {
  const topic = t(TOPICS[TOPIC_OF_TEMPLATE[TEMPLATE_OF_NOTICE[notice.kind]]].title)
  if (notice.followsUp !== null)
    return t(
      '名单是首次通知时没有收到、现在可以接收的会员。',
      'The audience: members who did not get the first notice and can get it now.',
    )
  return notice.kind === 'preview'
    ? t(
        `名单是开始发送时开启了“${topic}”的全部会员，没有开启的会员不在其中。`,
        `The audience: all members who had “${topic}” on when sending began; others are not in it.`,
      )
    : t(
        `名单是收到过这场活动的通知、并开启了“${topic}”的会员，其他会员不在其中。`,
        `The audience: members who were told of this event and have “${topic}” on; others are not in it.`,
      )
}

/** Who was chosen, and why others on the list were not sent to. */
export function ChosenView({ notice }: { notice: NoticeDetail }) {
  const { total, toSend, leftOut } = chosenOf(notice)
  return (
    <Card title={t('通知名单', 'Audience')}>
      {total === 0 ? (
        <p className={styles.soft}>{t('名单还没有确定。', 'The audience is not set yet.')}</p>
      ) : (
        <dl className={styles.facts}>
          <div className={styles.fact}>
            <dt>{t('名单人数', 'In the audience')}</dt>
            <dd>{count(total)}</dd>
          </div>
          <div className={styles.fact}>
            <dt>{t('安排发送', 'To be sent')}</dt>
            <dd>{count(toSend)}</dd>
          </div>
          {leftOut.map(({ reason, count: members }) => (
            <div key={reason} className={styles.fact}>
              <dt>{t(`未安排：${t(DELIVERY_REASONS[reason])}`, `Left out: ${t(DELIVERY_REASONS[reason])}`)}</dt>
              <dd>{count(members)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={styles.note}>{originOf(notice)}</p>
    </Card>
  )
}

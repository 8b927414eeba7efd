import type { NoticeDetail } from '../../../../shared/contract'
import { TEMPLATE_OF_NOTICE, TOPIC_OF_TEMPLATE } from '../../../../shared/domain/topics'
import { DELIVERY_REASONS, TOPICS } from '../../../../shared/phrases'
import { count } from '../../ui/count'
import { chosenOf } from './chosen'
import styles from './NoticeView.module.css'

/** How the list came about, by kind: staff ask this most. */
function originOf(notice: NoticeDetail): string {
  const topic = TOPICS[TOPIC_OF_TEMPLATE[TEMPLATE_OF_NOTICE[notice.kind]]].title.zh
  if (notice.followsUp !== null) return '名单是首次通知时没有收到、现在可以接收的会员。'
  return notice.kind === 'preview'
    ? `名单是开始发送时开启了“${topic}”的全部会员，没有开启的会员不在其中。`
    : `名单是收到过这场活动的通知、并开启了“${topic}”的会员，其他会员不在其中。`
}

/** Who was chosen, and why others on the list were not sent to. */
export function ChosenView({ notice }: { notice: NoticeDetail }) {
  const { total, toSend, leftOut } = chosenOf(notice)
  return (
    <section aria-labelledby="chosen" className={styles.part}>
      <h2 id="chosen" className={styles.heading}>
        通知名单
      </h2>
      {total === 0 ? (
        <p className={styles.soft}>名单还没有确定。</p>
      ) : (
        <dl className={styles.facts}>
          <div className={styles.fact}>
            <dt>名单人数</dt>
            <dd>{count(total)}</dd>
          </div>
          <div className={styles.fact}>
            <dt>安排发送</dt>
            <dd>{count(toSend)}</dd>
          </div>
          {leftOut.map(({ reason, count: members }) => (
            <div key={reason} className={styles.fact}>
              <dt>未安排：{DELIVERY_REASONS[reason].zh}</dt>
              <dd>{count(members)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={styles.note}>{originOf(notice)}</p>
    </section>
  )
}

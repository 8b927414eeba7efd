import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import type { NoticeDetail, StaffDelivery } from '../../../../shared/contract'
import { isNoticeOver } from '../../../../shared/domain/notice'
import { wordsFor } from '../../api/errors'
import { MoreRows } from '../../ui/MoreRows'
import { WindowedList } from '../../ui/WindowedList'
import { DeliveryRow } from './DeliveryRow'
import { deliveriesQuery, type DeliveryFilter } from './queries'
import { t } from '../../ui/language'
import styles from './DeliveryList.module.css'

interface DeliveryPagesProps {
  notice: NoticeDetail
  filter: DeliveryFilter
  label: string
  onOpen: (delivery: StaffDelivery) => void
  /** Absent when this person may not settle; only rows without a certain outcome can be. */
  onSettle?: ((delivery: StaffDelivery, outcome: 'sent' | 'failed') => void) | undefined
}

const isUncertain = ({ state }: StaffDelivery): boolean => state === 'unknown' || state === 'unconfirmed'

/** The deliveries that fit a filter, page by page. */
export function DeliveryPages({ notice, filter, label, onOpen, onSettle }: DeliveryPagesProps) {
  const client = useQueryClient()
  const { id: noticeId } = notice
  // while it goes out the rows change all the time and are asked for at intervals; afterwards only when the counts did
  const moving = !isNoticeOver(notice.status)
  const stamp = moving ? 'moving' : JSON.stringify(notice.counts)
  useEffect(() => {
    void client.invalidateQueries({ queryKey: ['notices', 'deliveries', noticeId] }, { cancelRefetch: false })
  }, [client, noticeId, stamp])
  const list = useInfiniteQuery(deliveriesQuery(noticeId, filter, moving))
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  if (list.isPending) return <p className={styles.empty}>{t('正在加载…', 'Loading…')}</p>
  if (list.error !== null && rows.length === 0) {
    return (
      <p className={styles.empty} role="alert">
        {wordsFor(list.error)}{' '}
        <Button size="small" onClick={() => void list.refetch()}>
          {t('重试', 'Try again')}
        </Button>
      </p>
    )
  }
  if (rows.length === 0) return <p className={styles.empty}>{t('没有符合条件的送达记录。', 'No delivery matches.')}</p>
  return (
    <>
      <WindowedList label={label} className={styles.list} items={rows} whole={!list.hasNextPage} rowHeight={61}>
        {(delivery) => (
          <DeliveryRow
            key={delivery.id}
            delivery={delivery}
            onOpen={() => onOpen(delivery)}
            onSettle={
              onSettle !== undefined && isUncertain(delivery) ? (outcome) => onSettle(delivery, outcome) : undefined
            }
          />
        )}
      </WindowedList>
      {(list.hasNextPage || (list.data?.pages.length ?? 0) > 1) && (
        // while it goes out the first page has to stay fresh, which it does alone
        <div className={styles.more}>
          <MoreRows query={list} count={rows.length} automatic={!moving} />
        </div>
      )}
    </>
  )
}

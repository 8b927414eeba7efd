import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useRef, useState } from 'react'
import type { PinnedOrder } from '../../../../shared/contract'
import { call } from '../../api/call'
import { isCode, wordsFor } from '../../api/errors'
import { t } from '../../ui/language'
import { placed } from './order'
import { pinnedQuery } from './queries'
import { SortRow } from './SortRow'
import styles from './Pinned.module.css'

type Part = PinnedOrder['channels'][number]

/** The pinned articles of one channel in the order in which members see them. */
export function PinnedPart({ part, mayChange }: { part: Part; mayChange: boolean }) {
  const { channel, items: kept } = part
  const client = useQueryClient()
  const { message } = App.useApp()
  const [items, setItems] = useState(kept)
  const [said, setSaid] = useState('')
  const [dragged, setDragged] = useState<string | null>(null)
  const lifted = useRef(items)
  const ids = (list: Part['items']) => list.map(({ id }) => id)
  const isSame = ids(items).join() === ids(kept).join()
  const save = useMutation({
    mutationFn: () =>
      call('PUT /api/admin/pinned/{channel}', {
        params: { channel: channel.slug },
        body: { before: ids(kept), after: ids(items) },
      }),
    onSuccess: (order) => {
      client.setQueryData(pinnedQuery.queryKey, order)
      message.success(t('顺序已保存，会员看到的随之更新', 'The order is kept; members see it now'))
    },
    onError: (error) => {
      if (isCode(error, 'pins_changed')) void client.invalidateQueries({ queryKey: pinnedQuery.queryKey })
    },
  })
  const move = (from: number, to: number) => {
    const next = placed(items, from, to)
    setItems(next)
    const title = items[from]?.title ?? ''
    setSaid(
      t(`“${title}”现在是第 ${to + 1} 个，共 ${next.length} 个`, `“${title}” is number ${to + 1} of ${next.length}`),
    )
  }
  const id = `pinned-${channel.slug}`
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {channel.name}
      </h2>
      {save.error !== null && <Alert type="error" title={wordsFor(save.error)} />}
      <ol className={styles.list} aria-labelledby={id}>
        {items.map((item, at) => (
          <SortRow
            key={item.id}
            {...{ item, at }}
            count={items.length}
            fixed={!mayChange || items.length < 2}
            dragged={dragged === item.id}
            onMove={(to) => move(at, to)}
            onLift={() => {
              lifted.current = items
              setDragged(item.id)
            }}
            onOver={() => {
              const from = items.findIndex((other) => other.id === dragged)
              if (from >= 0 && from !== at) move(from, at)
            }}
            onDrop={(isKept) => {
              setDragged(null)
              // Escape, or let go outside: as it was
              if (!isKept) setItems(lifted.current)
            }}
          />
        ))}
      </ol>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {mayChange && items.length > 1 && (
        <div className={styles.buttons}>
          <Button type="primary" disabled={isSame} loading={save.isPending} onClick={() => save.mutate()}>
            {t('保存顺序', 'Keep the order')}
          </Button>
          <Button disabled={isSame || save.isPending} onClick={() => setItems(kept)}>
            {t('还原', 'As it was')}
          </Button>
        </div>
      )}
    </section>
  )
}

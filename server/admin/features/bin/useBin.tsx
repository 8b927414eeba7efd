import { useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { ResponseFrom, StaffArticleSummary } from '../../../../shared/contract'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { t } from '../../ui/language'
import { consequencesOf, questionFor } from './consequences'

type Doomed = Pick<StaffArticleSummary, 'id' | 'version' | 'title' | 'status' | 'scheduledAt' | 'eventStartsAt'>

const UNDO_SECONDS = 12

/** Deleting with its question, and the way back in the message that follows. */
export function useBin() {
  const { message, modal, notification } = App.useApp()
  const client = useQueryClient()
  const changed = () => client.invalidateQueries({ queryKey: ['articles'], refetchType: 'active' })

  const restore = async (ids: readonly string[]): Promise<number> => {
    let done = 0
    for (const id of ids) {
      try {
        await call('POST /api/admin/bin/{id}/restore', { params: { id } })
        done += 1
      } catch (error) {
        message.error(wordsFor(error), 6)
      }
    }
    await changed()
    return done
  }

  /** Off the lists that this page holds, at once; they are asked for again all the same. */
  const forget = (ids: readonly string[]) =>
    client.setQueriesData<InfiniteData<ResponseFrom<'GET /api/admin/articles'>>>(
      { queryKey: ['articles', 'list'] },
      (held) =>
        held && {
          ...held,
          pages: held.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => !ids.includes(id)) })),
        },
    )

  const offerUndo = (ids: readonly string[]) => {
    const key = `undo-${ids[0] ?? ''}`
    const undo = async () => {
      notification.destroy(key)
      if ((await restore(ids)) > 0) message.success(t('已恢复为草稿', 'Restored as a draft'))
    }
    notification.open({
      key,
      role: 'status',
      placement: 'bottomRight',
      duration: UNDO_SECONDS,
      title:
        ids.length === 1
          ? t('已移到回收站', 'Moved to the bin')
          : t(`${ids.length} 篇已移到回收站`, `${ids.length} moved to the bin`),
      actions: (
        <Button type="primary" onClick={() => void undo()}>
          {t('撤销删除', 'Undo')}
        </Button>
      ),
    })
  }

  const put = async (articles: readonly Doomed[]): Promise<string[]> => {
    const done: string[] = []
    for (const { id, version, title } of articles) {
      try {
        await call('POST /api/admin/articles/{id}/bin', { params: { id }, body: { version } })
        done.push(id)
      } catch (error) {
        message.error(articles.length === 1 ? wordsFor(error) : `${title}：${wordsFor(error)}`, 8)
      }
    }
    if (done.length > 0) {
      forget(done)
      offerUndo(done)
    }
    return done
  }

  return {
    restore,
    /** Asks first. `after` hears which ones were deleted. */
    remove(articles: readonly Doomed[], note: string, after: (ids: string[]) => void | Promise<void>): void {
      void modal.confirm({
        title: questionFor(articles),
        content: `${consequencesOf(articles)}${note}`,
        okText: t('删除', 'Delete'),
        okButtonProps: { danger: true },
        cancelText: t('取消', 'Cancel'),
        scrollLock: false,
        onOk: async () => {
          const done = await put(articles)
          await after(done)
          await changed()
        },
      })
    },
  }
}

import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import type { BinnedArticle } from '../../../../shared/contract'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { t } from '../../ui/language'
import { purgeQuestion, restoreQuestion } from './binQuestions'

/** What can be done with articles in the bin, one or several: one after the other, and one's fault stops no other. */
export function useBinned() {
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const [working, setWorking] = useState(false)

  async function each(articles: readonly BinnedArticle[], act: (id: string) => Promise<unknown>): Promise<number> {
    let done = 0
    setWorking(true)
    try {
      for (const { id, title } of articles) {
        try {
          await act(id)
          done += 1
        } catch (error) {
          message.error(
            articles.length === 1
              ? wordsFor(error)
              : t(`《${title}》：${wordsFor(error)}`, `“${title}”: ${wordsFor(error)}`),
            8,
          )
        }
      }
      await client.invalidateQueries({ queryKey: ['articles'] })
    } finally {
      setWorking(false)
    }
    return done
  }

  const restoreAll = async (articles: readonly BinnedArticle[]) => {
    const done = await each(articles, (id) => call('POST /api/admin/bin/{id}/restore', { params: { id } }))
    if (done === 0) return
    const [first] = articles
    message.success(
      articles.length === 1
        ? t(`《${first?.title ?? ''}》已恢复为草稿`, `“${first?.title ?? ''}” is a draft again`)
        : t(`${done} 篇已恢复为草稿`, `${done} are drafts again`),
    )
  }
  const purgeAll = async (articles: readonly BinnedArticle[]) => {
    const done = await each(articles, (id) => call('DELETE /api/admin/bin/{id}', { params: { id } }))
    if (done === 0) return
    message.success(
      articles.length === 1
        ? t('已永久删除', 'Deleted for good')
        : t(`${done} 篇已永久删除`, `${done} deleted for good`),
    )
  }

  return {
    working,
    /** Asks first when there are several. */
    restore(articles: readonly BinnedArticle[]): void {
      if (articles.length === 1) return void restoreAll(articles)
      void modal.confirm({
        ...restoreQuestion(articles),
        okText: t('恢复', 'Restore'),
        cancelText: t('取消', 'Cancel'),
        scrollLock: false,
        onOk: () => restoreAll(articles),
      })
    },
    /** Always asks first. */
    purge(articles: readonly BinnedArticle[]): void {
      void modal.confirm({
        ...purgeQuestion(articles),
        okText: t('永久删除', 'Delete for good'),
        okButtonProps: { danger: true },
        cancelText: t('取消', 'Cancel'),
        scrollLock: false,
        onOk: () => purgeAll(articles),
      })
    },
  }
}

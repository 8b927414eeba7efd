import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { Link } from 'react-router-dom'
import type { BinnedArticle } from '../../../shared/contract'
import { BIN_DAYS } from '../../../shared/domain/bin'
import { call } from '../api/call'
import { wordsFor } from '../api/errors'
import { BinRow } from '../features/bin/BinRow'
import { binQuery } from '../features/bin/queries'
import { sessionQuery } from '../features/session/queries'
import { t } from '../ui/language'
import { ListState } from '../ui/ListState'
import { PageHead } from '../ui/PageHead'
import { PageState } from '../ui/PageState'
import rows from '../ui/Rows.module.css'
import { useTitle } from '../ui/useTitle'

/** What was deleted, with the way back. */
export function BinPage() {
  const name = t('回收站', 'Bin')
  useTitle(name)
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const session = useQuery(sessionQuery)
  const list = useInfiniteQuery(binQuery)
  const articles = list.data?.pages.flatMap((page) => page.items) ?? []
  const changed = () => client.invalidateQueries({ queryKey: ['articles'] })
  const failed = (error: unknown) => void message.error(wordsFor(error), 6)
  const restore = useMutation({
    mutationFn: ({ id }: BinnedArticle) => call('POST /api/admin/bin/{id}/restore', { params: { id } }),
    onSuccess: ({ title }) => message.success(t(`《${title}》已恢复为草稿`, `“${title}” is a draft again`)),
    onError: failed,
    onSettled: changed,
  })
  const purge = useMutation({
    mutationFn: ({ id }: BinnedArticle) => call('DELETE /api/admin/bin/{id}', { params: { id } }),
    onSuccess: () => message.success(t('已永久删除', 'Deleted for good')),
    onError: failed,
    onSettled: changed,
  })
  const ask = (article: BinnedArticle) =>
    void modal.confirm({
      title: t(`永久删除《${article.title}》？`, `Delete “${article.title}” for good?`),
      content: t(
        '文章连同历史版本、审核记录和只有它用到的图片将一并清除，无法恢复。通知的统计数字和操作日志会保留。',
        'It goes with its revisions, its review and the pictures that only it shows, and cannot be restored. The counts of its notices and the audit log stay.',
      ),
      okText: t('永久删除', 'Delete for good'),
      okButtonProps: { danger: true },
      cancelText: t('取消', 'Cancel'),
      scrollLock: false,
      onOk: () => purge.mutateAsync(article).catch(() => undefined),
    })

  return (
    <>
      <PageHead title={name}>
        <Link to="/articles">{t('返回文章列表', 'Back to the articles')}</Link>
      </PageHead>
      <p className={rows.note}>
        {t(
          `删除的文章在这里保留 ${BIN_DAYS} 天，之后自动永久清除。恢复后是草稿，需要重新发布。`,
          `Deleted articles are kept for ${BIN_DAYS} days. A restored one is a draft and has to be published again.`,
        )}
      </p>
      <ListState
        query={list}
        count={articles.length}
        empty={
          <PageState
            title={t('回收站是空的', 'The bin is empty')}
            text={t('删除的文章会出现在这里。', 'What is deleted appears here.')}
          />
        }
      >
        <ul className={rows.list} aria-label={t('回收站中的文章', 'Articles in the bin')}>
          {articles.map((article) => (
            <BinRow
              key={article.id}
              article={article}
              working={restore.isPending || purge.isPending}
              onRestore={() => restore.mutate(article)}
              onPurge={session.data?.role === 'administrator' ? () => ask(article) : undefined}
            />
          ))}
        </ul>
      </ListState>
    </>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import type { DoubtfulPage } from '../../../../shared/contract'
import { BIN_DAYS } from '../../../../shared/domain/bin'
import { call } from '../../api/call'
import { ApiError, wordsFor } from '../../api/errors'
import { t } from '../../ui/language'
import type { Mended } from './MendFields'

const mendedOf = ({ article }: DoubtfulPage): Mended => ({
  title: article.title,
  channel: article.channel.slug,
  publisher: article.publisher,
  publishedAt: article.publishedAt === null ? null : Date.parse(article.publishedAt),
  views: article.views,
})

const isSame = (one: Mended, other: Mended): boolean =>
  (Object.keys(one) as (keyof Mended)[]).every((key) => one[key] === other[key])

/** A doubtful page as it is mended here, and what can be done with it. */
export function useDoubtful(page: DoubtfulPage) {
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const { article } = page
  // until something is typed, what the server says holds: it may be mended in the editor meanwhile
  const [edited, setEdited] = useState<Mended | null>(null)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const form = edited ?? mendedOf(page)
  const isChanged = !isSame(form, mendedOf(page))

  const onMutate = () => {
    setErrors({})
    setProblem(null)
  }
  const onError = (error: unknown) => {
    const fields = error instanceof ApiError ? error.fields : {}
    setErrors(fields)
    const rest = Object.entries(fields).filter(([name]) => !(name in form))
    setProblem([wordsFor(error), ...rest.map(([, words]) => words)].join(' '))
  }
  const onSettled = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['move-in'] }),
      client.invalidateQueries({ queryKey: ['articles'] }),
    ])
  const handlers = { onMutate, onError, onSettled }
  const save = (): Promise<DoubtfulPage> => {
    const publishedAt = form.publishedAt === null ? null : new Date(form.publishedAt).toISOString()
    const body = { ...form, version: article.version, publishedAt }
    return call('PUT /api/admin/move-in/doubtful/{id}', { params: { id: page.id }, body })
  }
  const mend = useMutation({
    ...handlers,
    mutationFn: save,
    onSuccess: async () => {
      void message.success(t('已保存，仍是草稿', 'Saved; it is still a draft'))
      await onSettled()
      setEdited(null)
    },
  })
  const accept = useMutation({
    ...handlers,
    mutationFn: async () => {
      const version = isChanged ? (await save()).article.version : article.version
      await call('POST /api/admin/move-in/doubtful/{id}/accept', { params: { id: page.id }, body: { version } })
      return form.title
    },
    onSuccess: (title) => message.success(t(`《${title}》已公开`, `“${title}” is public`)),
  })
  const bin = useMutation({
    ...handlers,
    mutationFn: () =>
      call('POST /api/admin/articles/{id}/bin', { params: { id: article.id }, body: { version: article.version } }),
    onSuccess: () => message.success(t('已移到回收站', 'Moved to the bin')),
  })

  return {
    ...{ form, errors, problem, isChanged, mend, accept },
    change: setEdited,
    isBusy: mend.isPending || accept.isPending || bin.isPending,
    askBin: () =>
      void modal.confirm({
        title: t(`不要《${article.title}》？`, `Leave “${article.title}” out?`),
        content: t(
          `草稿移到回收站，${BIN_DAYS} 天内可以恢复。以后再导入同一个网页，也不会再出现。`,
          `Its draft goes to the bin for ${BIN_DAYS} days. The same page is not taken over again.`,
        ),
        okText: t('移到回收站', 'Move to the bin'),
        okButtonProps: { danger: true },
        cancelText: t('取消', 'Cancel'),
        scrollLock: false,
        onOk: () => bin.mutateAsync().catch(() => undefined),
      }),
  }
}

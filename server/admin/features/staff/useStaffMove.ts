import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { wordsFor } from '../../api/errors'
import { peopleQuery } from './queries'
import type { Question } from './staffQuestions'
import { t } from '../../ui/language'

interface Move {
  run: () => Promise<unknown>
  done: string
}

/** Carries out a step, after asking where it has consequences; the list then shows how things stand. */
export function useStaffMove() {
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const move = useMutation({
    mutationFn: ({ run }: Move) => run(),
    onSuccess: (_answer, { done }) => void message.success(done),
    onError: (error) => void message.error(wordsFor(error)),
    onSettled: () => client.invalidateQueries({ queryKey: peopleQuery.queryKey }),
  })

  return (step: Move, question?: Question) => {
    if (question === undefined) return move.mutate(step)
    void modal.confirm({
      title: question.title,
      content: question.text,
      okText: question.yes,
      okButtonProps: { danger: question.danger },
      cancelText: t('返回', 'Back'),
      scrollLock: false,
      // a refusal is said by the mutation itself; the dialog closes either way
      onOk: () => move.mutateAsync(step).catch(() => undefined),
    })
  }
}

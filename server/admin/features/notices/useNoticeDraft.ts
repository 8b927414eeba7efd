import { useMemo, useState } from 'react'
import { problemsOf, proposeWith, type NoticeSubject, type NoticeTemplate } from './noticeValues'

/** The words of a notice while they are being written. They follow the event until somebody changes one. */
export function useNoticeWords(
  template: NoticeTemplate | undefined,
  subject: NoticeSubject | null,
  phrase: string | null,
) {
  const [typed, setTyped] = useState<Record<string, string>>({})
  const values = useMemo(
    () => (template === undefined || subject === null ? {} : { ...proposeWith(template, subject, phrase), ...typed }),
    [template, subject, phrase, typed],
  )
  const problems = useMemo(() => (template === undefined ? {} : problemsOf(template, values)), [template, values])
  return {
    values,
    problems,
    setValue: (key: string, value: string) => setTyped((before) => ({ ...before, [key]: value })),
    clear: () => setTyped({}),
  }
}

export type NoticeWords = Pick<ReturnType<typeof useNoticeWords>, 'values' | 'problems' | 'setValue'>

/**
 * The decision to tell subscribers, while it is being made. `possible`: this article can be announced at all;
 * `advised`: the event is still ahead.
 */
export function useNoticeDraft(
  template: NoticeTemplate | undefined,
  subject: NoticeSubject | null,
  possible: boolean,
  advised: boolean,
) {
  const [chosen, setChosen] = useState<boolean | null>(null)
  const words = useNoticeWords(template, subject, null)
  const tell = possible && template !== undefined && subject !== null && (chosen ?? advised)
  return {
    tell,
    values: words.values,
    problems: tell ? words.problems : {},
    choose: setChosen,
    setValue: words.setValue,
    reset: () => {
      setChosen(null)
      words.clear()
    },
  }
}

export type NoticeDraft = ReturnType<typeof useNoticeDraft>

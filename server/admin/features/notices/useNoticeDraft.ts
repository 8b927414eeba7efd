import { useMemo, useState } from 'react'
import { problemsOf, proposeValues, type NoticeSubject, type NoticeTemplate } from './noticeValues'

/**
 * The decision to tell subscribers, while it is being made. Values follow the event until somebody changes one.
 * `possible`: this article can be announced at all; `advised`: the event is still ahead.
 */
export function useNoticeDraft(
  template: NoticeTemplate | undefined,
  subject: NoticeSubject | null,
  possible: boolean,
  advised: boolean,
) {
  const [chosen, setChosen] = useState<boolean | null>(null)
  const [typed, setTyped] = useState<Record<string, string>>({})
  const values = useMemo(
    () => (template === undefined || subject === null ? {} : { ...proposeValues(template, subject), ...typed }),
    [template, subject, typed],
  )
  const tell = possible && template !== undefined && subject !== null && (chosen ?? advised)
  const problems = template === undefined || !tell ? {} : problemsOf(template, values)
  return {
    tell,
    values,
    problems,
    choose: setChosen,
    setValue: (key: string, value: string) => setTyped((before) => ({ ...before, [key]: value })),
    reset: () => {
      setChosen(null)
      setTyped({})
    },
  }
}

export type NoticeDraft = ReturnType<typeof useNoticeDraft>

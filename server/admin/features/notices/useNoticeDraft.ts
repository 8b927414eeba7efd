import { useMemo, useState } from 'react'
import { proposalsFor } from '../../../../shared/domain/fieldProposals'
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
  const proposals = useMemo(
    () =>
      Object.fromEntries(
        (template?.fields ?? []).map((field) => [field.key, proposalsFor(field, values[field.key] ?? '', subject)]),
      ),
    [template, values, subject],
  )
  return {
    values,
    problems,
    /** What would fit in place of a value that does not, by key. */
    proposals,
    setValue: (key: string, value: string) => setTyped((before) => ({ ...before, [key]: value })),
    clear: () => setTyped({}),
  }
}

export type NoticeWords = Pick<ReturnType<typeof useNoticeWords>, 'values' | 'problems' | 'proposals' | 'setValue'>

/** What was decided before, for a publication that is being changed: whether to tell, and whether at night. */
export interface DecidedBefore {
  tell: boolean
  atNight: boolean
}

/**
 * The decision to tell subscribers, while it is being made. `possible`: this article can be announced at all;
 * `advised`: the event is still ahead; `before`: null when nothing was decided yet.
 */
export function useNoticeDraft(
  template: NoticeTemplate | undefined,
  subject: NoticeSubject | null,
  possible: boolean,
  advised: boolean,
  before: DecidedBefore | null,
) {
  const [chosen, setChosen] = useState<boolean | null>(null)
  const [night, setNight] = useState<boolean | null>(null)
  const words = useNoticeWords(template, subject, null)
  const tell = possible && template !== undefined && subject !== null && (chosen ?? before?.tell ?? advised)
  return {
    tell,
    values: words.values,
    problems: tell ? words.problems : {},
    proposals: words.proposals,
    choose: setChosen,
    atNight: night ?? before?.atNight ?? false,
    chooseNight: setNight,
    setValue: words.setValue,
    reset: () => {
      setChosen(null)
      setNight(null)
      words.clear()
    },
  }
}

export type NoticeDraft = ReturnType<typeof useNoticeDraft>

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { PreviewInput, StaffArticle } from '../../../../shared/contract'
import type { ReviewStep } from '../../../../shared/domain/review'
import { call } from '../../api/call'
import { useLatest } from '../../ui/useLatest'
import { ApiError, isCode, wordsFor, type FieldErrors } from '../../api/errors'
import { emptyForm, formOf, inputOf, sameForm, type ArticleForm } from './articleForm'
import { checkForm, fromServer, unshown } from './checkForm'
import type { KeptCopy } from './recovery'
import { useMirror, useShelf } from './useShelf'
import { t } from '../../ui/language'

/** How the writing stands towards the server. */
export type SaveState =
  { step: 'idle' } | { step: 'working' } | { step: 'saved'; at: number } | { step: 'failed'; words: string }

export interface WritingStart {
  staffId: string
  /** Null for an article that was never saved. */
  article: StaffArticle | null
  organisation: string
  isEventChannel: (slug: string) => boolean
  onCreated: (article: StaffArticle) => void
}

/** One article being written: what is on the page, what the server has, and the ways between them. */
export function useWriting({ staffId, article: first, organisation, isEventChannel, onCreated }: WritingStart) {
  const client = useQueryClient()
  const [article, setArticle] = useState(first)
  const [saved, setSaved] = useState(() => (first === null ? emptyForm('', organisation) : formOf(first)))
  const [form, setForm] = useState(saved)
  const [fields, setFields] = useState<FieldErrors>({})
  const [state, setState] = useState<SaveState>({ step: 'idle' })
  const [theirs, setTheirs] = useState<StaffArticle | null>(null)
  const articleId = article?.id ?? 'new'
  const shelf = useShelf(staffId, articleId)
  const [offered, setOffered] = useState(() => {
    const copy = shelf.copies.find((kept) => kept.reason === 'unsaved')
    return copy === undefined || sameForm(copy.form, saved) ? null : copy
  })
  // a version older than the server's: the next save meets the conflict, as it should
  const [version, setVersion] = useState(first?.version ?? null)
  const busy = useRef(false)
  const current = useLatest(form)
  // the same for every try of a first save: what was kept and only not answered is not made twice
  const saveKey = useRef(newKey())
  const dirty = !sameForm(form, saved)
  const holdsEvents = isEventChannel(form.channel)

  const keepNow = () => {
    if (!dirty) return
    // what was found from last time is not overwritten by what is typed before anybody decided about it
    if (offered !== null) {
      shelf.keep({ ...offered, reason: 'mine' })
      setOffered(null)
    }
    shelf.keep({ keptAt: Date.now(), reason: 'unsaved', version, form: current.current, saveKey: saveKey.current })
  }
  useMirror(dirty, form, articleId, keepNow)

  const change = useCallback((part: Partial<ArticleForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setFields((before) => (Object.keys(before).length === 0 ? before : withoutFieldsOf(before, part)))
  }, [])

  const settle = (answer: StaffArticle, sent: ArticleForm) => {
    setArticle(answer)
    setVersion(answer.version)
    setSaved(sent)
    setFields({})
    setState({ step: 'saved', at: Date.parse(answer.updatedAt) })
    // what was typed while an article was first saved is mirrored again under its new id
    if (sameForm(current.current, sent) || article === null) shelf.dropUnsaved()
    void client.invalidateQueries({ queryKey: ['articles', 'list'] })
  }

  const meetConflict = async (id: string) => {
    const answer = await call('GET /api/admin/articles/{id}', { params: { id } })
    shelf.keep({ keptAt: Date.now(), reason: 'theirs', version: answer.version, form: formOf(answer) })
    shelf.keep({ keptAt: Date.now(), reason: 'mine', version, form: current.current })
    setTheirs(answer)
    setState({
      step: 'failed',
      words: t(
        '文章已被他人保存过，您的修改尚未保存。',
        'Somebody else has saved this article; your change is not saved.',
      ),
    })
  }

  /** Runs one request; every failure ends in words on the page, and the writing stays. */
  const attempt = async (request: () => Promise<StaffArticle>, sent: ArticleForm): Promise<StaffArticle | null> => {
    if (busy.current) return null
    busy.current = true
    keepNow()
    setState({ step: 'working' })
    try {
      const answer = await request()
      settle(answer, sent)
      return answer
    } catch (error) {
      if (isCode(error, 'article_changed') && article !== null) {
        await meetConflict(article.id).catch((next: unknown) => setState({ step: 'failed', words: wordsFor(next) }))
        return null
      }
      // only how it stands in review has changed: the words on the page stay
      if (isCode(error, 'review_changed') && article !== null) {
        const params = { id: article.id }
        await call('GET /api/admin/articles/{id}', { params }).then(setArticle, () => undefined)
      }
      // the earlier try is in somebody's hands by now; this text becomes a draft of its own
      if (isCode(error, 'article_changed')) saveKey.current = newKey()
      const found = error instanceof ApiError ? fromServer(error.fields) : {}
      setFields(found)
      setState({ step: 'failed', words: [wordsFor(error), ...unshown(found)].join(' ') })
      return null
    } finally {
      busy.current = false
    }
  }

  const refuse = (problems: FieldErrors): boolean => {
    setFields(problems)
    const bad = Object.keys(problems).length > 0
    if (bad) setState({ step: 'failed', words: t('请先补全标出的项目。', 'Complete the marked fields first.') })
    return bad
  }

  /** Saves what is on the page; `over` names the version that is knowingly overwritten. Null when it did not work. */
  const save = async (over: number | null = version): Promise<StaffArticle | null> => {
    if (refuse(checkForm(form, holdsEvents, article?.status === 'published'))) return null
    const body = inputOf(form, holdsEvents)
    if (article === null || over === null) {
      const made = await attempt(
        () => call('POST /api/admin/articles', { body: { ...body, key: saveKey.current } }),
        form,
      )
      if (made !== null) onCreated(made)
      return made
    }
    const request = { params: { id: article.id }, body: { version: over, article: body } }
    return attempt(() => call('PUT /api/admin/articles/{id}', request), form)
  }

  /** What must be true before the publish dialog opens: everything filled in and kept by the server. */
  const readyToPublish = async (): Promise<boolean> => {
    if (refuse(checkForm(form, holdsEvents, true))) return false
    return !dirty && article !== null ? true : (await save()) !== null
  }

  /** One step of the article as the server has it; what is typed meanwhile stays, and stays unsaved. */
  const step = (request: (params: { id: string }, version: number) => Promise<StaffArticle>) =>
    article === null || version === null
      ? Promise.resolve(null)
      : attempt(() => request({ id: article.id }, version), saved)

  /** Has the server save the article as an earlier save left it, and shows that. */
  const goBackTo = async (revision: string): Promise<StaffArticle | null> => {
    if (dirty) shelf.keep({ keptAt: Date.now(), reason: 'mine', version, form })
    const answer = await step((params, version) =>
      call('POST /api/admin/articles/{id}/restore', { params, body: { version, revision } }),
    )
    if (answer === null) return null
    setForm(formOf(answer))
    setSaved(formOf(answer))
    shelf.dropUnsaved()
    return answer
  }

  /** A step of the review. What is submitted is saved first. */
  const review = async (kind: ReviewStep, text: string): Promise<StaffArticle | null> => {
    if (kind === 'submitted' && refuse(checkForm(form, holdsEvents, true))) return null
    const isFresh = kind === 'submitted' && (dirty || article === null)
    const base = isFresh ? await save() : article
    if (base === null) return null
    const request = { params: { id: base.id }, body: { version: base.version, kind, text } }
    return attempt(() => call('POST /api/admin/articles/{id}/review', request), isFresh ? form : saved)
  }

  const resolveConflict = (choice: 'mine' | 'theirs' | 'later') => {
    const other = theirs
    setTheirs(null)
    if (other === null || choice === 'later') return
    setArticle(other)
    setVersion(other.version)
    setSaved(formOf(other))
    if (choice === 'mine') {
      void save(other.version)
      return
    }
    setForm(formOf(other))
    setFields({})
    setState({ step: 'saved', at: Date.parse(other.updatedAt) })
    shelf.dropUnsaved()
  }

  const restore = (copy: KeptCopy) => {
    // the page as it is may be wanted again
    if (dirty) shelf.keep({ keptAt: Date.now(), reason: 'mine', version, form })
    setForm(copy.form)
    if (article === null && copy.saveKey !== undefined) saveKey.current = copy.saveKey
    if (copy.reason === 'unsaved' && article !== null && copy.version !== null) setVersion(copy.version)
    setFields({})
    setOffered(null)
  }

  const forget = (copy: KeptCopy) => {
    shelf.drop(copy)
    if (copy === offered) setOffered(null)
  }

  return {
    article,
    form,
    fields,
    state,
    dirty,
    holdsEvents,
    theirs,
    offered,
    copies: shelf.copies.filter((copy) => copy.reason !== 'unsaved'),
    safe: shelf.safe,
    change,
    save,
    readyToPublish,
    /** `withdrawAt`: when it is withdrawn by itself, ISO 8601; null: not at all. */
    publish: (notice: PreviewInput | null, withdrawAt: string | null) =>
      step((params, version) =>
        call('POST /api/admin/articles/{id}/publish', { params, body: { version, notice, withdrawAt } }),
      ),
    /** Publishes at a set time, ISO 8601; replaces an earlier one. */
    schedule: (at: string, notice: PreviewInput | null, withdrawAt: string | null) =>
      step((params, version) =>
        call('POST /api/admin/articles/{id}/schedule', { params, body: { version, at, notice, withdrawAt } }),
      ),
    unschedule: () =>
      step((params, version) => call('POST /api/admin/articles/{id}/unschedule', { params, body: { version } })),
    withdraw: () =>
      step((params, version) => call('POST /api/admin/articles/{id}/withdraw', { params, body: { version } })),
    /** Sets when it is withdrawn by itself, ISO 8601; null takes that back. */
    withdrawLater: (at: string | null) =>
      step((params, version) =>
        call('POST /api/admin/articles/{id}/withdraw-later', { params, body: { version, at } }),
      ),
    goBackTo,
    review,
    resolveConflict,
    restore,
    forget,
    discard: shelf.dropUnsaved,
    /** Takes a refusal off the page once its dialog is closed. */
    calm: () => setState((before) => (before.step === 'failed' ? { step: 'idle' } : before)),
  }
}

/** `randomUUID` is there in secure contexts only; an office may reach its server by plain HTTP. */
const newKey = (): string => {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
  // version 4, variant 10: RFC 9562
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

export type Writing = ReturnType<typeof useWriting>

/** A field's words go once somebody has changed that field. */
function withoutFieldsOf(fields: FieldErrors, part: Partial<ArticleForm>): FieldErrors {
  const changed = Object.keys(part).map((name) => (name === 'cover' ? 'coverId' : name))
  return Object.fromEntries(
    Object.entries(fields).filter(([path]) => !changed.some((name) => path === name || path.startsWith(`${name}.`))),
  )
}

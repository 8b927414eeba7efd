import { useCallback, useEffect, useRef, useState } from 'react'
import type { EventReminder } from '../../../shared/contract'
import { ApiFailure, asProblem, problemOf, type Problem } from '../../platform/problem'
import { callAsMember } from '../../platform/session'
import { surroundings } from '../../platform/wechat'
import type { Guidance } from '../alerts/answers'
import { askInTap } from '../alerts/asking'

/** `outside`: in an ordinary browser, where WeChat can neither be asked nor deliver. */
export type ReminderLoad =
  | { state: 'loading' }
  | { state: 'outside' }
  | { state: 'error'; problem: Problem }
  | { state: 'ready'; reminder: EventReminder }

export interface ReminderControls {
  load: ReminderLoad
  /** A change is on its way to the server. */
  busy: boolean
  /** What came of the last tap; empty when nothing has to be said. */
  words: string
  guidance: Guidance | null
  refresh: () => Promise<void>
  /** To be called inside a tap: without a grant the subscribe dialog is opened before anything is awaited. */
  turn: (on: boolean) => void
}

async function readReminder(id: string): Promise<EventReminder> {
  const reminder = await callAsMember('GET /api/articles/{id}/reminder', { params: { id } })
  if (typeof reminder.template?.id !== 'string') throw new ApiFailure(problemOf(502, null))
  return reminder
}

const NOT_ALLOWED = '您没有允许，这场活动的提醒没有开启。'

/** Whether this member is reminded of one event; not asked at all unless `wanted`. Logs in silently. */
export function useEventReminder(id: string, wanted: boolean): ReminderControls {
  const [load, setLoad] = useState<ReminderLoad>({ state: 'loading' })
  const [busy, setBusy] = useState(false)
  const [words, setWords] = useState('')
  const [guidance, setGuidance] = useState<Guidance | null>(null)
  const here = useRef(true)

  const refresh = useCallback(async () => {
    if ((await surroundings()) === 'browser') return setLoad({ state: 'outside' })
    try {
      const reminder = await readReminder(id)
      if (here.current) setLoad({ state: 'ready', reminder })
    } catch (thrown) {
      if (here.current) setLoad({ state: 'error', problem: asProblem(thrown) })
    }
  }, [id])

  useEffect(() => {
    here.current = true
    if (wanted) void surroundings().then(refresh)
    return () => {
      here.current = false
    }
  }, [refresh, wanted])

  const put = async (on: boolean): Promise<void> => {
    try {
      const reminder = await callAsMember('PUT /api/articles/{id}/reminder', { params: { id }, body: { on } })
      setLoad({ state: 'ready', reminder })
      setWords(on ? '已开启，活动开始前会通过微信提醒您。' : '已关闭，这场活动不再提醒您。')
    } catch (thrown) {
      setWords(asProblem(thrown).message)
    } finally {
      setBusy(false)
    }
  }

  const turn = (on: boolean): void => {
    if (load.state !== 'ready' || busy) return
    const { remaining, template } = load.reminder
    // Nothing may be awaited before this line: WeChat opens the dialog only inside the tap.
    const asking = on && remaining === 0 ? askInTap([template.id]) : null
    setBusy(true)
    setWords('')
    setGuidance(null)
    if (!asking) return void put(on)
    void asking.then(async ({ answered, guidance: advice }) => {
      if (answered?.report.answers.some(({ answer }) => answer === 'accept')) return put(true)
      setBusy(false)
      setGuidance(advice)
      setWords(advice ? '' : NOT_ALLOWED)
    })
  }

  return { load, busy, words, guidance, refresh, turn }
}

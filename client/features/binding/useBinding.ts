import { useCallback, useEffect, useState } from 'react'
import type { BindingOffer } from '../../../shared/contract'
import { asProblem, type Problem } from '../../platform/problem'
import { callAsMember } from '../../platform/session'
import { surroundings } from '../../platform/wechat'

/** `refused`: the server said why this code does not bind. `asked`: whether to bind is for the member to say. */
export type Binding =
  | { state: 'loading' | 'outside' }
  | { state: 'refused'; words: string }
  | { state: 'error'; problem: Problem }
  | { state: 'asked' | 'working' | 'bound'; staff: string }

const ofOffer = ({ staff, mine }: BindingOffer): Binding => ({ state: mine ? 'bound' : 'asked', staff: staff.name })

/** A code that leads nowhere is not tried again; a line that is down is. */
function ofFailure(thrown: unknown): Binding {
  const problem = asProblem(thrown)
  const isRefusal = problem.code?.startsWith('binding_') === true || problem.status === 400
  return isRefusal ? { state: 'refused', words: problem.message } : { state: 'error', problem }
}

/** Logs the member in, says whose account the code belongs to, and binds when they agree. */
export function useBinding(code: string) {
  const [binding, setBinding] = useState<Binding>({ state: 'loading' })

  const look = useCallback(async () => {
    if ((await surroundings()) === 'browser') return setBinding({ state: 'outside' })
    setBinding({ state: 'loading' })
    await callAsMember('POST /api/bindings/look', { body: { code } }).then(
      (offer) => setBinding(ofOffer(offer)),
      (thrown: unknown) => setBinding(ofFailure(thrown)),
    )
  }, [code])

  const agree = useCallback(async () => {
    setBinding((before) => (before.state === 'asked' ? { ...before, state: 'working' } : before))
    await callAsMember('POST /api/bindings', { body: { code } }).then(
      (offer) => setBinding(ofOffer(offer)),
      (thrown: unknown) => setBinding(ofFailure(thrown)),
    )
  }, [code])

  useEffect(() => {
    // Told of the code at once; the member is asked before anything is bound.
    queueMicrotask(() => void look())
  }, [look])

  return { binding, look, agree }
}

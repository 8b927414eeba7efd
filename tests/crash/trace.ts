import { existsSync, readFileSync } from 'node:fs'

/**
 * What a worker wrote down while it worked, one line each, straight to the system: it survives SIGKILL.
 * `marked` (the claim is committed), `begun` (a send was handed to the adapter), `answered`, `recorded` (its outcome is
 * committed), `died` (it is about to kill itself at a traced moment), `buried` (it was declared dead and noticed),
 * `failed` (the ledger threw), `asking` (it took the right to ask for a token), `token` (the token is stored).
 */
export type TraceKind = 'marked' | 'begun' | 'answered' | 'recorded' | 'died' | 'buried' | 'failed' | 'asking' | 'token'

export interface TraceLine {
  kind: TraceKind
  /** Delivery for `marked` and `recorded`, openid for `begun` and `answered`, the moment for `died`. */
  subject: string
  /** `marked`: the openid; `answered`: the kind of result; `recorded`: the state. */
  detail: string
  /** Milliseconds of the machine's clock, whatever clock the worker was given. */
  at: number
}

export const traceLine = (kind: TraceKind, subject: string, detail = ''): string =>
  `${kind} ${subject} ${detail === '' ? '-' : detail} ${Date.now()}\n`

export function readTrace(file: string): TraceLine[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  // a line without its end was cut by the kill
  return lines.slice(0, -1).flatMap((line) => {
    const [kind, subject, detail, at] = line.split(' ')
    if (kind === undefined || subject === undefined || at === undefined) return []
    return [{ kind: kind as TraceKind, subject, detail: detail ?? '-', at: Number(at) }]
  })
}

export interface Life {
  /** Deliveries that it marked, with the member's openid. */
  marked: Map<string, string>
  /** Openids whose send it began and whose answer it never saw. */
  unanswered: Set<string>
  /** Deliveries that it marked and whose outcome it did not see committed. */
  unrecorded: Set<string>
  /** Deliveries whose end it saw committed: anything but being put back. */
  concluded: Set<string>
  /** Sends that were begun and whose outcome was not on record when it ended. */
  inFlight: number
  diedAt: string | null
  buried: number
  failed: number
}

/** One process from its start to its end, as far as it could write it down. */
export function lifeOf(lines: TraceLine[]): Life {
  const life: Life = {
    marked: new Map(),
    unanswered: new Set(),
    unrecorded: new Set(),
    concluded: new Set(),
    inFlight: 0,
    diedAt: null,
    buried: 0,
    failed: 0,
  }
  const flying = new Set<string>()
  for (const { kind, subject, detail } of lines) {
    if (kind === 'marked') {
      life.marked.set(subject, detail)
      life.unrecorded.add(subject)
    } else if (kind === 'begun') {
      life.unanswered.add(subject)
      flying.add(subject)
    } else if (kind === 'answered') {
      life.unanswered.delete(subject)
    } else if (kind === 'recorded') {
      life.unrecorded.delete(subject)
      if (detail !== 'pending') life.concluded.add(subject)
      flying.delete(life.marked.get(subject) ?? '')
    } else if (kind === 'died') {
      life.diedAt = subject
    } else if (kind === 'buried') {
      life.buried += 1
    } else if (kind === 'failed') {
      life.failed += 1
    }
  }
  life.inFlight = flying.size
  return life
}

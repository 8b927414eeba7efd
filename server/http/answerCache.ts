import { LRUCache } from 'lru-cache'
import type { Clock } from '../kernel/clock'
import type { Reading } from '../kernel/reading'
import { Answer } from './answer'

const MOST_BYTES = 32 * 1024 * 1024
const MOST_ADDRESSES = 5_000
/** No address of ours is longer; one that is made so has another purpose. */
const LONGEST_ADDRESS = 640
/** Views that other processes counted, "now" and events that are over come in by this time, ms. */
const KEPT_MS = 10_000
/** So many answers a second are written anew because of views alone; beyond it numbers may lag until `KEPT_MS`. */
const RENEWALS = 20

/** A reading that is kept, with its answer. */
export class Kept<T = unknown> {
  answer: Answer
  isGone = false
  /** Under which it is kept; null: it is not. */
  key: string | null = null
  readonly addresses = new Set<string>()
  private unchecked: T | undefined

  constructor(
    private readonly reading: Reading<T>,
    readonly madeAt: number,
    /** Openings after so many are not in it yet. */
    public counted: number,
  ) {
    this.unchecked = reading.render()
    this.answer = new Answer(this.unchecked)
  }

  get topics(): readonly string[] {
    return this.reading.topics
  }

  get articles(): readonly string[] {
    return this.reading.articles
  }

  /** Holds it against its contract, the first time; what only counts views on is not checked again. */
  check(against: (value: T) => unknown): void {
    if (this.unchecked === undefined) return
    against(this.unchecked)
    this.unchecked = undefined
  }

  renew(counted: number): void {
    this.counted = counted
    this.answer = new Answer(this.reading.render())
  }
}

/** What is counted of articles while their numbers stand in kept answers. */
export interface Openings {
  /** How many there were up to now. */
  counted(): number
  /** Whether one of these articles was opened after so many. */
  openedSince(articleIds: readonly string[], counted: number): boolean
}

export interface AnswerCacheOptions {
  clock: Clock
  openings: Openings
  /** Whether what changed is known up to now; while it is not, nothing kept is given. */
  isUpToDate: () => boolean
  /** Looks what changed, for a row, where it is not known: cheaper than reading anew whatever is kept. Never throws. */
  catchUp: () => Promise<void>
}

/**
 * Answers that many ask for, kept as bytes. A change drops those that were made from what changed, and only those; who
 * asks while one is being made waits for it.
 */
export class AnswerCache {
  private readonly byTopic = new Map<string, Set<Kept>>()
  private readonly flights = new Map<string, Promise<Kept>>()
  private readonly addresses = new LRUCache<string, Kept>({
    max: MOST_ADDRESSES,
    dispose: (kept, address) => kept.addresses.delete(address),
  })
  private readonly kept = new LRUCache<string, Kept>({
    maxSize: MOST_BYTES,
    // The rows behind it and its encodings take up as much again and more.
    sizeCalculation: ({ answer }) => 2_000 + answer.body.length * 4,
    dispose: (kept) => this.letGo(kept),
  })
  private changes = 0
  private renewals = { left: RENEWALS, since: 0 }

  constructor(private readonly options: AnswerCacheOptions) {}

  /** What is kept under a key, or what `read` brings. */
  async get<T>(key: string, read: () => Promise<Reading<T>>): Promise<Kept<T>> {
    // Also before joining a reading under way: it may have begun before a change that was not heard of.
    if (!this.options.isUpToDate()) await this.options.catchUp()
    const known = this.kept.get(key)
    if (known !== undefined && this.isGood(known)) return this.withViews(known) as Kept<T>
    const flight = this.flights.get(key)
    if (flight !== undefined) return flight as Promise<Kept<T>>
    const made = this.make(key, read)
    this.flights.set(key, made as Promise<Kept>)
    return made.finally(() => {
      if (this.flights.get(key) === (made as Promise<Kept>)) this.flights.delete(key)
    })
  }

  /** The answer that was last given at an address, if it is still good: nothing else has to be asked for it. */
  at(address: string): Answer | null {
    const kept = this.addresses.get(address)
    return kept !== undefined && this.isGood(kept) ? this.withViews(kept).answer : null
  }

  /** Whether something good is kept under a key. */
  holds(key: string): boolean {
    const kept = this.kept.peek(key)
    return kept !== undefined && this.isGood(kept)
  }

  remember(address: string, kept: Kept): void {
    if (kept.isGone || address.length > LONGEST_ADDRESS) return
    kept.addresses.add(address)
    this.addresses.set(address, kept)
  }

  /** Forgets what was made from one of these topics, also what is being made now; `*` is everything. */
  drop(topics: readonly string[]): void {
    this.changes += 1
    this.flights.clear()
    if (topics.includes('*')) {
      this.kept.clear()
      return
    }
    for (const topic of topics) for (const kept of this.byTopic.get(topic) ?? []) this.forget(kept)
  }

  private async make<T>(key: string, read: () => Promise<Reading<T>>): Promise<Kept<T>> {
    const { changes } = this
    const madeAt = this.options.clock.now()
    const reading = await read()
    const kept = new Kept(reading, madeAt, this.options.openings.counted())
    // Something changed while it was read: it may be old already, so it serves those who asked before, and no others.
    if (changes !== this.changes) kept.isGone = true
    else this.keep(key, kept as Kept)
    return kept
  }

  private keep(key: string, kept: Kept): void {
    for (const topic of kept.topics) add(this.byTopic, topic, kept)
    this.kept.set(key, kept)
    kept.key = key
  }

  private forget(kept: Kept): void {
    if (kept.key !== null) this.kept.delete(kept.key)
  }

  private letGo(kept: Kept): void {
    kept.isGone = true
    for (const address of [...kept.addresses]) this.addresses.delete(address)
    for (const topic of kept.topics) remove(this.byTopic, topic, kept)
  }

  private isGood(kept: Kept): boolean {
    if (kept.isGone || !this.options.isUpToDate()) return false
    const age = this.options.clock.now() - kept.madeAt
    return age >= 0 && age < KEPT_MS
  }

  /** Nothing is done for an opening: whoever asks for an answer looks whether there were any. */
  private withViews(kept: Kept): Kept {
    const { openings } = this.options
    const counted = openings.counted()
    if (counted === kept.counted) return kept
    if (!openings.openedSince(kept.articles, kept.counted)) kept.counted = counted
    else if (this.mayRenew()) kept.renew(counted)
    return kept
  }

  private mayRenew(): boolean {
    const now = performance.now()
    if (now - this.renewals.since >= 1000) this.renewals = { left: RENEWALS, since: now }
    this.renewals.left -= 1
    return this.renewals.left >= 0
  }
}

function add(map: Map<string, Set<Kept>>, name: string, kept: Kept): void {
  const set = map.get(name)
  if (set === undefined) map.set(name, new Set([kept]))
  else set.add(kept)
}

function remove(map: Map<string, Set<Kept>>, name: string, kept: Kept): void {
  const set = map.get(name)
  set?.delete(kept)
  if (set?.size === 0) map.delete(name)
}

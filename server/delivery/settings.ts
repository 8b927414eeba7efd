export interface EngineSettings {
  /** Most deliveries that this process marks as `sending` at once: the most that a crash can leave unknown. */
  concurrency: number
  /** Most of them on the wire at once; the rest wait, marked, so that no connection stands idle during a commit. */
  connections: number
  /** Most sends that start in any second; null for no limit. */
  ratePerSecond: number | null
  /** A worker that has not renewed its lease for so long is stale; it sends nothing more some time before. */
  leaseMs: number
  heartbeatMs: number
  /** Members looked at in one transaction of preparation. */
  chunk: number
  /** Longest that an outcome waits for others that are recorded in the same commit. */
  gatherMs: number
  /** How often the ledger is asked although nothing woke the engine. */
  pollMs: number
  /** How long `stop` waits for answers that are still to come. */
  drainMs: number
  /** After so long without an event, what is unknown is closed as unconfirmed. */
  unknownAgeMs: number
}

/** Marked for each that is on the wire, so that the wire is busy while a group is committed. */
const MARKED_AHEAD = 4

/** How many connections serve so many marked deliveries. */
export const connectionsFor = (concurrency: number): number => Math.ceil(concurrency / MARKED_AHEAD)

export const DEFAULT_SETTINGS: EngineSettings = {
  concurrency: 64,
  connections: connectionsFor(64),
  ratePerSecond: null,
  leaseMs: 20_000,
  heartbeatMs: 4_000,
  chunk: 1_000,
  gatherMs: 10,
  pollMs: 5_000,
  drainMs: 25_000,
  unknownAgeMs: 72 * 3_600_000,
}

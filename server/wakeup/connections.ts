import { Redis } from 'ioredis'

const LONGEST_RETRY_MS = 2_000
const CONNECT_TIMEOUT_MS = 3_000
const KEEP_ALIVE_MS = 10_000
/** How long a connection that is being closed may take over it. */
const FAREWELL_MS = 500

/** Grows from 100 ms to two seconds: Redis that comes back is found soon, one that stays away is not pestered. */
const retryMs = (times: number): number => Math.min(LONGEST_RETRY_MS, 100 * 2 ** Math.min(times, 5))

export interface Connections {
  /** For calls that block until something comes; each holds a connection of its own and waits for Redis to return. */
  listening: {
    url: string
    connectTimeout: number
    keepAlive: number
    disconnectTimeout: number
    maxRetriesPerRequest: null
    retryStrategy: (times: number) => number | null
  }
  /** For short calls: while Redis is away they fail at once instead of piling up. Errors belong to whoever listens. */
  speaking: Redis
  readonly ending: boolean
  /** No connection is tried again, and none that is open stays. */
  end(): void
}

/** How this process reaches Redis. `url`: redis://[account:password@]host:port[/database], or rediss:// for TLS. */
export function createConnections(url: string): Connections {
  let ending = false
  const common = {
    connectTimeout: CONNECT_TIMEOUT_MS,
    keepAlive: KEEP_ALIVE_MS,
    disconnectTimeout: FAREWELL_MS,
    // Null ends a connection for good; until then none is ever given up.
    retryStrategy: (times: number) => (ending ? null : retryMs(times)),
  }
  const speaking = new Redis(url, { ...common, enableOfflineQueue: false, maxRetriesPerRequest: 0 })
  return {
    listening: { ...common, url, maxRetriesPerRequest: null },
    speaking,
    get ending() {
      return ending
    },
    end() {
      ending = true
      speaking.disconnect()
    },
  }
}

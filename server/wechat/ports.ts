/** What the WeChat adapter needs from the store. */

export interface StoredToken {
  token: string
  /** Grows with each refresh; who finds a token refused names the generation that was refused. */
  generation: number
  expiresAt: number
  forcedAt: number
  /** How often a refresh was forced on the Shanghai day of `forcedAt`. */
  forcedCount: number
}

/** The one access token of an app id, shared by every process. Instants in milliseconds since the epoch. */
export interface TokenStore {
  read(appid: string): Promise<StoredToken | null>
  /**
   * Takes the right to refresh `generation` (0: there is no token yet) for so long, by the store's clock. Answers the
   * ticket of this right; null when somebody else has it or the generation is no longer the current one.
   */
  lock(appid: string, generation: number, forMs: number): Promise<number | null>
  /** Has the right for so long from now; answers its new ticket, null when it was lost. */
  hold(appid: string, generation: number, ticket: number, forMs: number): Promise<number | null>
  /** Stores the next generation and gives the right back; ignored when the generation is no longer current. */
  save(appid: string, generation: number, next: Omit<StoredToken, 'generation'>, now: number): Promise<void>
  /** Gives the right back without a new token. */
  unlock(appid: string, generation: number, ticket: number): Promise<void>
}

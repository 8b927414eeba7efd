export interface Presence {
  articleId: string
  staffId: string
  now: number
  /** From then on nobody counts on it. */
  expiresAt: number
}

/** Who has which article open: told again and again, forgotten by itself. */
export interface PresenceStore {
  /** Keeps or renews it, and returns the others who are there, the earliest first. */
  renew(presence: Presence): Promise<{ name: string; since: number }[]>
  leave(articleId: string, staffId: string): Promise<void>
}

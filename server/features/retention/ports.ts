/** What is kept no longer than needed. Each removes up to `limit` rows in one transaction and returns how many. */
export interface RetentionStore {
  /**
   * Takes the turn for this process when the last one began at or before `since`; false when another process has had
   * it since then.
   */
  takeTurn(since: number, now: number): Promise<boolean>
  /** Gives the turn back, so that the work is tried again at `at`. */
  tryAgainAt(at: number): Promise<void>
  /** Sessions of members that have ended. */
  removeSessions(endedBefore: number, limit: number): Promise<number>
  /** What members answered in the dialog; their balances stay. */
  removeAnswers(before: number, limit: number): Promise<number>
  /** What members chose for events that are over, or that are no events any more. */
  removeEventChoices(endedBefore: number, limit: number): Promise<number>
  /** Keys of WeChat's events that were acted upon. */
  removeCallbacks(before: number, limit: number): Promise<number>
  /**
   * Deliveries of notices that ended before, about events that did too: counted by how they ended, and removed. What
   * is not settled stays.
   */
  foldDeliveries(before: number, limit: number): Promise<number>
  /** Where preparations that are over stood: the id of a member. */
  clearCursors(): Promise<number>
}

/** What staff deleted. */
export interface BinPurge {
  /** Removes up to `limit` articles that have been in the bin long enough; returns how many were looked at. */
  purge(limit: number): Promise<number>
}

/** Files that staff brought for articles: attachments, and covers that were cut out of pictures. */
export interface UnusedFiles {
  /**
   * Looks at up to `limit` of each kind that were brought at or before an instant and not looked at since another; removes the
   * rows of those that nothing names, and notes their files. Answers how many were looked at.
   */
  remove(times: { broughtBefore: number; lookedBefore: number; now: number }, limit: number): Promise<number>
}

/** Files whose rows are gone. */
export interface DoomedFiles {
  list(limit: number): Promise<string[]>
  forget(file: string): Promise<void>
}

/** Where files lie. */
export interface FileStorage {
  /** Also when it is not there any more. */
  remove(file: string): Promise<void>
}

export interface RetentionDays {
  answers: number
  deliveries: number
  eventChoices: number
  callbacks: number
}

/** So many openings are known at least; at most twice as many. */
const KEPT = 25_000

/** Which openings have been counted lately. Two sets that take turns cost a fraction of a list in order of use. */
export class RecentOpenings {
  private newer = new Set<string>()
  private older = new Set<string>()

  /** Whether it is the first time. */
  isNew(opening: string): boolean {
    if (this.newer.has(opening) || this.older.has(opening)) return false
    this.newer.add(opening)
    if (this.newer.size >= KEPT) {
      this.older = this.newer
      this.newer = new Set()
    }
    return true
  }
}

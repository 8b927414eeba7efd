/** So many saves of an article are kept; the oldest beyond go with the next save. */
export const REVISIONS_KEPT = 100

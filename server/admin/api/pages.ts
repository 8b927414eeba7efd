/** The first page is there at once; the others are long, so that thousands of rows are few questions. */
export const pageSize = (cursor: string | undefined): number => (cursor === undefined ? 50 : 200)

/** Coming back to the window asks anew for a list of a few pages; who scrolled on for longer would wait for all of them. */
export const isSoonAnew = (pages: readonly unknown[] | undefined): boolean => (pages?.length ?? 0) <= 3

/** So long a list is kept for who comes back to it, ms: an article is written meanwhile. */
export const KEPT_MS = 60 * 60_000

/** A browser fetches nothing ahead. */
export const takePrefetched = (): Promise<unknown> => Promise.resolve(null)

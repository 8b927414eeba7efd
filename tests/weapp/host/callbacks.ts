/** How every call of `wx` tells its end. */
export interface Callbacks {
  success?: (result: unknown) => void
  fail?: (failure: unknown) => void
  complete?: (result: unknown) => void
}

export const settle = (options: Callbacks, work: Promise<unknown>): void => {
  work.then(
    (result) => {
      options.success?.(result)
      options.complete?.(result)
    },
    (failure: unknown) => {
      options.fail?.(failure)
      options.complete?.(failure)
    },
  )
}

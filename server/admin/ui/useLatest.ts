import { useLayoutEffect, useRef } from 'react'

/** What was drawn last, for handlers that outlive the drawing that made them. */
export function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}

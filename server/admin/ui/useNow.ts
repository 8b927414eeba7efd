import { useState } from 'react'

/** The time, in ms since the epoch, at which this part of the screen appeared. */
export function useNow(): number {
  const [now] = useState(() => Date.now())
  return now
}

import { useEffect, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { clockNow } from '../platform/clock'

const STEP_MS = 30_000

/** The time for a page that tells how long until something: goes on by itself, and at once when the page comes back. */
export function useNow(): number {
  const [now, setNow] = useState(clockNow)
  useDidShow(() => setNow(clockNow()))
  useEffect(() => {
    const timer = setInterval(() => setNow(clockNow()), STEP_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}

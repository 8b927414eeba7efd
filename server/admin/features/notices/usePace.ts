import { useState } from 'react'
import { noticeProgress, type DeliveryCounts } from '../../../../shared/domain/notice'
import { addSample, leftWords, ratePerSecond, rateWords, type Sample } from './pace'

/** Rate and time left of a notice that is going out, measured from what this page is told; null while unknown. */
export function usePace(counts: DeliveryCounts, at: number, running: boolean): string | null {
  const [samples, setSamples] = useState<Sample[]>([])
  const { open, total } = noticeProgress(counts)
  // members who were left out from the start are no work done
  const done = total - open - counts.skipped
  if (running && samples.at(-1)?.at !== at) setSamples(addSample(samples, { at, done }))
  if (!running && samples.length > 0) setSamples([])
  const rate = running ? ratePerSecond(samples) : null
  if (rate === null || rate === 0) return null
  return [rateWords(rate), leftWords(open, rate)].filter(Boolean).join('，')
}

import { MINUTE_MS } from '../../../../shared/domain/time'
import { t } from '../../ui/language'

/** How many deliveries had left at a moment (ms since the epoch), as this page saw it. */
export interface Sample {
  at: number
  done: number
}

/** The rate is taken over this long. */
const WINDOW_MS = 20_000

/** Adds what was just seen and forgets what lies before the window, but for one sample to measure from. */
export function addSample(samples: readonly Sample[], next: Sample): Sample[] {
  const from = samples.findLastIndex((sample) => sample.at <= next.at - WINDOW_MS)
  return [...samples.slice(Math.max(from, 0)), next]
}

/** Deliveries a second over the window; null while too little was seen to say. */
export function ratePerSecond(samples: readonly Sample[]): number | null {
  const first = samples[0]
  const last = samples.at(-1)
  if (first === undefined || last === undefined || last.at - first.at < 1000) return null
  return Math.max(0, (last.done - first.done) / ((last.at - first.at) / 1000))
}

/** `每秒约 120 人`; below one a second, by the minute. */
export function rateWords(rate: number): string {
  return rate >= 1
    ? t(`每秒约 ${Math.round(rate)} 人`, `about ${Math.round(rate)} a second`)
    : t(`每分钟约 ${Math.round(rate * 60)} 人`, `about ${Math.round(rate * 60)} a minute`)
}

/** `预计还需 3 分钟`; null when nothing moves. */
export function leftWords(open: number, rate: number): string | null {
  if (rate <= 0 || open === 0) return null
  const minutes = Math.ceil(((open / rate) * 1000) / MINUTE_MS)
  if (minutes <= 1) return t('预计 1 分钟内完成', 'done within a minute')
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return t(`预计还需 ${minutes} 分钟`, `about ${minutes} minutes to go`)
  const rest = minutes % 60
  return rest === 0
    ? t(`预计还需 ${hours} 小时`, `about ${hours} hours to go`)
    : t(`预计还需 ${hours} 小时 ${rest} 分钟`, `about ${hours} h ${rest} min to go`)
}

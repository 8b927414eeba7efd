import { formatClock, formatTableTime, startOfDay, toWallClock } from '../../../../shared/domain/time'

/** As WeChat writes times between messages: the clock today, day and clock before. */
export function messageTime(iso: string, now: number = Date.now()): string {
  const at = Date.parse(iso)
  if (startOfDay(at) === startOfDay(now)) return formatClock(at)
  return formatTableTime(at, toWallClock(now).year)
}

export const clockNow = (): string => formatClock(Date.now())

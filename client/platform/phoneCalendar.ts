import { refusalOf, TOO_OLD, type Refusal } from './refusal'

export interface CalendarEntry {
  id: string
  title: string
  /** Milliseconds since the epoch. */
  startsAt: number
  endsAt: number
  place: string
  description: string
  /** A signed way back to the event; null when there is none. */
  link: { path: string; signature: string } | null
}

/** `path` and `signature` came with base library 3.7.6. */
const LINK_SINCE = [3, 7, 6]

/** Whether an entry can hold a way back into the mini-program here. */
export function takesLink(): boolean {
  try {
    const version = (wx.getAppBaseInfo().SDKVersion ?? '').split('.').map(Number)
    const place = LINK_SINCE.findIndex((part, index) => part !== version[index])
    return place < 0 || (version[place] ?? 0) > (LINK_SINCE[place] ?? 0)
  } catch {
    return false
  }
}

const seconds = (instant: number): number => Math.floor(instant / 1000)
const HOUR_S = 3600

/**
 * Adds an entry to the phone's own calendar; has to be called inside the tap. Resolves with null when it was added, with
 * the reason otherwise. WeChat has neither a change nor a removal of an entry.
 * https://developers.weixin.qq.com/miniprogram/dev/api/device/calendar/wx.addPhoneCalendar.html
 */
export const addToCalendar = ({ link, ...entry }: CalendarEntry): Promise<Refusal | null> =>
  new Promise((resolve) => {
    if (!wx.addPhoneCalendar) return resolve(TOO_OLD)
    // Straight to `wx`: a promise wrapper in between would leave the tap on some versions.
    wx.addPhoneCalendar({
      title: entry.title,
      startTime: seconds(entry.startsAt),
      endTime: String(seconds(entry.endsAt)),
      location: entry.place,
      description: entry.description,
      alarm: true,
      alarmOffset: HOUR_S,
      ...(link ?? {}),
      success: () => resolve(null),
      fail: (failure) => resolve(refusalOf(failure, '日历')),
    })
  })

import { useSyncExternalStore } from 'react'

type Answer = Parameters<Parameters<NonNullable<typeof wx.onNeedPrivacyAuthorization>>[0]>[0]

/** WeChat checks that the tap that agreed was on the button with this id. */
export const AGREE_BUTTON = 'privacy-agree'

let waiting: Answer[] = []
const listeners = new Set<() => void>()
const tell = (): void => listeners.forEach((listener) => listener())

/**
 * WeChat asks before the first use of an ability that the privacy guide names, such as the clipboard or the calendar.
 * The ability waits until the member has answered. Source: WeChat's privacy guide, `onNeedPrivacyAuthorization`.
 */
export function watchPrivacy(): void {
  wx.onNeedPrivacyAuthorization?.((answer) => {
    waiting.push(answer)
    tell()
  })
}

function settle(answer: Parameters<Answer>[0]): void {
  const asked = waiting
  waiting = []
  asked.forEach((resolve) => resolve(answer))
  tell()
}

export const agree = (): void => settle({ event: 'agree', buttonId: AGREE_BUTTON })
export const disagree = (): void => settle({ event: 'disagree' })

/** Has to be told when the dialog is on screen. */
export const exposed = (): void => waiting.forEach((resolve) => resolve({ event: 'exposureAuthorization' }))

/** WeChat's own page with the guide that the association filed. */
export const openGuide = (): void => wx.openPrivacyContract?.({ fail: () => undefined })

const watch = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Whether an ability waits for the member's answer. */
export const usePrivacyQuestion = (): boolean => useSyncExternalStore(watch, () => waiting.length > 0)

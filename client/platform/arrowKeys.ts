/** Days to go from one day of a calendar for a key: a day to the side, a week up and down. */
export type Move = (days: number) => void

/** What a grid of days needs for the keyboard. WeChat has none. */
export const arrowKeys = (_move: Move): Record<string, unknown> => ({})

/** Makes one of many alike the only one that the Tab key stops at. */
export const tabStop = (_here: boolean): Record<string, unknown> => ({})

/** Moves the keyboard's place to an element. */
export const focusOn = (_id: string): void => undefined

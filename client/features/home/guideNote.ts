import { keep, kept } from '../../platform/storage'

const KEY = 'home:guide'

/** Shown once: from the moment it was on screen it counts as told, also when the member never closed it. */
export const guideTold = (): boolean => kept<boolean>(KEY) === true
export const noteGuideTold = (): void => void keep(KEY, true)

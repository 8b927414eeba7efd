import { watchPrivacy } from './privacy'
import { watchUpdates } from './updates'

/** What has to happen once when the app starts. */
export const startPlatform = (): void => {
  watchPrivacy()
  watchUpdates()
}

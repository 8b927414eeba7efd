import { askPhone, phoneKnown } from './bridge'

/** Inside the sandbox phone its own settings; an ordinary browser has none. */
export const subscriptionSetting = async (): Promise<unknown> =>
  (await phoneKnown()) ? askPhone('getSetting', { withSubscriptions: true }).catch(() => null) : null

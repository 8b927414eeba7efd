import Taro from '@tarojs/taro'

/** `wechat`: login and the subscribe dialog exist. `browser`: they do not, and the page says where to find them. */
export type Surroundings = 'wechat' | 'browser'

export const surroundings = (): Promise<Surroundings> => Promise.resolve('wechat')

/** A fresh login code; it works once and for five minutes. */
export const loginCode = async (): Promise<string> => (await Taro.login()).code

/** What the dialog said: `errMsg`, and per template id `accept`, `reject`, `ban` or `filter`. */
export type DialogAnswer = Record<string, unknown>

/**
 * Opens WeChat's subscribe dialog. Has to be called inside the tap with nothing awaited before it, with at most three
 * templates. Rejects with `errCode` when the dialog could not be shown.
 */
export const openSubscribeDialog = (templateIds: string[]): Promise<DialogAnswer> =>
  new Promise((resolve, reject) => {
    // Straight to `wx`: a promise wrapper in between would leave the tap on some versions.
    wx.requestSubscribeMessage({ tmplIds: templateIds, success: resolve, fail: reject })
  })

/** WeChat's own settings page of this mini-program, where the main switch of the alerts is. */
export const openSettings = (): void => {
  Taro.openSetting({ withSubscriptions: true }).catch(() => undefined)
}

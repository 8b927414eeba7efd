import Taro from '@tarojs/taro'

/**
 * What `wx.getSetting({ withSubscriptions: true })` answers, as it came; null when it could not be asked. It tells the
 * main switch and the templates for which the member ticked "always keep this choice".
 */
export const subscriptionSetting = async (): Promise<unknown> => {
  try {
    return await Taro.getSetting({ withSubscriptions: true })
  } catch {
    return null
  }
}

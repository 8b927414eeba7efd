import { inSinglePage } from './singlePage'

/** How to come back: the successor of the old site's 设为首页. */
export const GUIDE = '点右上角“···”，选“添加到我的小程序”，以后在微信首页下拉就能打开。'

/** Whether telling it makes sense here. Resolves once. */
export const guideWanted = (): Promise<boolean> =>
  new Promise((resolve) => {
    if (inSinglePage() || !wx.checkIsAddedToMyMiniProgram) return resolve(!inSinglePage())
    wx.checkIsAddedToMyMiniProgram({ success: ({ added }) => resolve(!added), fail: () => resolve(true) })
  })

import Taro from '@tarojs/taro'

/** How far the page is scrolled, in pixels; 0 when that cannot be told. */
export const scrolledTo = (): Promise<number> =>
  new Promise((resolve) => {
    try {
      Taro.createSelectorQuery()
        .selectViewport()
        .scrollOffset((found) => resolve(found?.scrollTop ?? 0))
        .exec()
    } catch {
      resolve(0)
    }
  })

/** Scrolls once what was changed before is on screen. */
export const scrollTo = (top: number): void => {
  Taro.nextTick(() => {
    Taro.pageScrollTo({ scrollTop: top, duration: 0 }).catch(() => undefined)
  })
}

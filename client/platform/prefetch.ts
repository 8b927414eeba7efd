/** Older than this, what WeChat fetched ahead is asked for anew. */
const FRESH_MS = 300_000
/** Reading it is local; a phone that does not answer must not hold up the first screen. */
const PATIENCE_MS = 200

let taken = false

/**
 * What WeChat fetched for the first screen while it was starting the app, once: the answer of `GET /api/prefetch`, not
 * older than five minutes. Null when there is none. Source: WeChat's "data pre-fetch", `getBackgroundFetchData`.
 */
export function takePrefetched(now = Date.now()): Promise<unknown> {
  if (taken || !wx.getBackgroundFetchData) return Promise.resolve(null)
  taken = true
  return new Promise((resolve) => {
    const nothing = (): void => resolve(null)
    setTimeout(nothing, PATIENCE_MS)
    try {
      wx.getBackgroundFetchData?.({
        fetchType: 'pre',
        fail: nothing,
        success({ fetchedData = '', timeStamp = 0 }) {
          if (Math.abs(now - timeStamp) > FRESH_MS) return nothing()
          try {
            resolve(JSON.parse(fetchedData))
          } catch {
            nothing()
          }
        },
      })
    } catch {
      nothing()
    }
  })
}

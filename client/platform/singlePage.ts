import Taro from '@tarojs/taro'

/** Opened from a post on the timeline; WeChat's list of scenes. */
const TIMELINE_SCENE = 1154

/**
 * Whether the page runs in the timeline's single-page mode: no login, no way to another page, a storage of its own, and
 * telephone, map, clipboard, album and share buttons refused.
 */
export function inSinglePage(): boolean {
  try {
    return Taro.getEnterOptionsSync().scene === TIMELINE_SCENE
  } catch {
    return false
  }
}

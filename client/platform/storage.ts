import Taro from '@tarojs/taro'

/**
 * Small values kept on the phone. A full or forbidden storage must never stop a member from reading, so every fault
 * here means "nothing kept".
 */
export function keep(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** What was kept, or null. The caller names the shape that it kept under this key. */
export function kept<T>(key: string): T | null {
  try {
    const text: unknown = Taro.getStorageSync(key)
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : null
  } catch {
    return null
  }
}

/** The keys that begin with `prefix`, whatever became of a list of them. */
export function keysKept(prefix: string): string[] {
  try {
    return Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(prefix))
  } catch {
    return []
  }
}

export function forget(key: string): void {
  try {
    Taro.removeStorageSync(key)
  } catch {
    // Nothing to do: an entry that cannot be removed is overwritten by the next one.
  }
}

import Taro from '@tarojs/taro'

/** Files that were written for the member, such as an export. */
function removeFiles(): void {
  const folder = Taro.env.USER_DATA_PATH
  if (!folder) return
  const files = Taro.getFileSystemManager()
  for (const name of files.readdirSync(folder)) files.unlinkSync(`${folder}/${name}`)
}

/** Empties the storage and the files of the app. False when the phone refused to. */
export function clearKept(): boolean {
  try {
    Taro.clearStorageSync()
  } catch {
    return false
  }
  try {
    removeFiles()
  } catch {
    // A folder that WeChat itself keeps there cannot be removed and holds nothing of ours.
  }
  return true
}

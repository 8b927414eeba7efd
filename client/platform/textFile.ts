import Taro from '@tarojs/taro'

/** A text that is in a file now. */
export interface TextFile {
  name: string
  /** Hands it to a chat; to be called inside a tap. Null: the member has it already. */
  handOn: (() => void) | null
}

/** Writes a text into a file of the phone. Rejects when there is no room for it. */
export async function putTextFile(name: string, text: string): Promise<TextFile> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  await new Promise((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({ filePath, data: text, encoding: 'utf8', success: resolve, fail: reject })
  })
  return {
    name,
    // Without `fail` WeChat would report as a fault that the member closed the list of chats.
    handOn: () => void Taro.shareFileMessage({ filePath, fileName: name, fail: () => undefined }),
  }
}

import Taro from '@tarojs/taro'
import { opensInWechat, type AttachmentKind } from '../../shared/domain/attachments'
import { openAddress, say } from './device'

export interface FileToOpen {
  /** With its host. */
  address: string
  kind: AttachmentKind
  name: string
}

/** Shows a file in WeChat's own viewer; what it cannot show, or did not fetch, is handed over as a link. */
export async function openFile({ address, kind }: FileToOpen): Promise<void> {
  if (!opensInWechat(kind)) return openAddress(address)
  try {
    const { statusCode, tempFilePath } = await Taro.downloadFile({ url: address })
    if (statusCode !== 200) throw new Error(`download answered ${statusCode}`)
    const fileType = kind as 'doc' | 'docx' | 'xls' | 'xlsx' | 'ppt' | 'pptx' | 'pdf'
    await Taro.openDocument({ filePath: tempFilePath, fileType, showMenu: true })
  } catch {
    say('文件没有打开，请稍后重试')
  }
}

import Taro from '@tarojs/taro'
import { say } from './device'
import { albumProblem } from './albumProblem'

/** A picture's own file: a network address has to be fetched first, a file of the phone is taken as it is. */
async function fileOf(address: string): Promise<string> {
  if (!/^https?:\/\//.test(address) || /^https?:\/\/(tmp|usr)\//.test(address)) return address
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url: address })
  if (statusCode !== 200) throw new Error(`download answered ${statusCode}`)
  return tempFilePath
}

/** The member said no once, so WeChat does not ask again: only its settings page helps. */
async function guideToSettings(): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: '没有保存图片的权限',
    content: '请在设置中打开“添加到相册”，再回来保存。',
    confirmText: '去设置',
    cancelText: '暂不',
  })
  if (confirm) await Taro.openSetting()
}

/** Saves a picture to the album and says how that went; a refusal leads to the setting that allows it. */
export async function savePicture(address: string): Promise<void> {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: await fileOf(address) })
    say('已保存到相册')
  } catch (thrown) {
    const problem = albumProblem(thrown)
    if (problem === 'refused') await guideToSettings().catch(() => undefined)
    if (problem === 'undeclared') say('暂时不能保存图片，请长按图片保存')
    if (problem === 'failed') say('图片没有保存成功，请稍后重试')
  }
}

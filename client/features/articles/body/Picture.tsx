import { Image, View } from '@tarojs/components'
import { pictureAddress } from '../../../platform/address'
import { previewPictures } from '../../../platform/device'
import { altOf } from '../../../ui/aria'
import type { BlockOf } from './bodyText'

/** A picture that keeps its place while it loads and opens large on a tap. */
export function Picture({ picture, all }: { picture: BlockOf<'image'>; all: string[] }) {
  const { url, alt, caption, width, height } = picture
  const ratio = width && height ? { paddingTop: `${(height / width) * 100}%` } : undefined
  const address = pictureAddress(url)
  return (
    <View className="picture">
      <View className={`picture__frame ${ratio ? 'picture__frame--sized' : ''}`} style={ratio}>
        <Image
          className="picture__image"
          src={address}
          mode={ratio ? 'aspectFill' : 'widthFix'}
          lazyLoad
          {...altOf(alt || '文章配图')}
          onClick={() => previewPictures(all, address)}
        />
      </View>
      {caption && <View className="picture__caption">{caption}</View>}
    </View>
  )
}

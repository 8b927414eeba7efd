import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import { pictureAddress } from '../../../platform/address'
import { savePicture } from '../../../platform/album'
import { previewPictures } from '../../../platform/device'
import { inSinglePage } from '../../../platform/singlePage'
import { altOf, roleOf } from '../../../ui/aria'
import { Icon } from '../../../ui/Icon'
import { Tap } from '../../../ui/Tap'
import type { BlockOf } from './bodyText'

/** In place of a picture that did not come: what it shows, in words, and a way to try again. */
function Lost({ words, onRetry }: { words: string; onRetry: () => void }) {
  return (
    <View className="picture__lost">
      <Icon name="picture" size={28} />
      <View className="picture__words">{words}</View>
      <Tap className="picture__retry" label={`图片没有加载成功，重新加载：${words}`} onTap={onRetry}>
        图片没有加载成功，点此重试
      </Tap>
    </View>
  )
}

/** A picture that keeps its place while it loads, opens large on a tap and can be saved. */
export function Picture({ picture, all }: { picture: BlockOf<'image'>; all: string[] }) {
  const [lost, setLost] = useState(false)
  const { url, alt, caption, width, height } = picture
  const words = alt || caption || '文章配图'
  const address = pictureAddress(url)
  const enlarge = (): void => previewPictures(all, address)
  const ratio = width && height ? { paddingTop: `${(height / width) * 100}%` } : undefined
  if (lost) {
    return (
      <View className="picture">
        <Lost words={words} onRetry={() => setLost(false)} />
      </View>
    )
  }
  return (
    <View className="picture">
      <View
        className={`picture__frame ${ratio ? 'picture__frame--sized' : ''}`}
        style={ratio}
        onClick={enlarge}
        {...roleOf({ role: 'button', label: `查看大图：${words}`, onTap: enlarge })}
      >
        <Image
          className="picture__image"
          src={address}
          mode={ratio ? 'aspectFill' : 'widthFix'}
          lazyLoad
          onError={() => setLost(true)}
          {...altOf(words)}
        />
      </View>
      <View className="picture__foot">
        <View className="picture__caption">{caption}</View>
        {!inSinglePage() && (
          <Tap className="picture__save" label={`保存图片：${words}`} onTap={() => void savePicture(address)}>
            保存图片
          </Tap>
        )}
      </View>
    </View>
  )
}

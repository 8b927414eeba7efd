import { Image, View } from '@tarojs/components'
import { videoSite } from '../../../../shared/domain/videoSites'
import { pictureAddress } from '../../../platform/address'
import { openAddress } from '../../../platform/device'
import { inSinglePage } from '../../../platform/singlePage'
import { altOf } from '../../../ui/aria'
import { Tap } from '../../../ui/Tap'
import type { BlockOf } from './bodyText'

/** A video of another site. A mini-program cannot play it: a tap copies its link there, and opens it on the web. */
export function VideoCard({ video }: { video: BlockOf<'video'> }) {
  const { url, title, cover } = video
  const site = videoSite(url)
  const body = (
    <>
      <View className="card__screen">
        {cover && (
          <Image className="card__cover" src={pictureAddress(cover)} mode="aspectFill" lazyLoad {...altOf('')} />
        )}
        <View className="card__play" />
      </View>
      <View className="card__words">
        <View className="card__title">{title}</View>
        <View className="card__about">{`视频 · ${site}`}</View>
      </View>
    </>
  )
  if (inSinglePage()) return <View className="card card--video">{body}</View>
  return (
    <Tap className="card card--video" onTap={() => openAddress(url)}>
      {body}
    </Tap>
  )
}

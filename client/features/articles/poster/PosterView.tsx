import { Image, View } from '@tarojs/components'
import type { ArticleSummary } from '../../../../shared/contract'
import { savePicture } from '../../../platform/album'
import { Blank } from '../../../ui/Blank'
import { Button } from '../../../ui/Button'
import { altOf, roleOf } from '../../../ui/aria'
import type { PosterLoad } from './usePoster'
import './PosterView.scss'

interface PosterViewProps {
  article: ArticleSummary
  poster: PosterLoad
  onRetry: () => void
}

/** A poster to keep: saved by the button, or by WeChat's own menu when it is pressed long. */
export function PosterView({ article, poster, onRetry }: PosterViewProps) {
  if (poster.state === 'failed') {
    return (
      <Blank
        icon="picture"
        title="海报没有生成"
        text="可能是网络不稳定，请稍后重试。"
        action={{ text: '重新生成', onTap: onRetry }}
      />
    )
  }
  if (poster.state === 'drawing') {
    return (
      <View className="poster">
        <View className="poster__blank" {...roleOf({ role: 'status', label: '正在生成海报' })}>
          正在生成海报…
        </View>
      </View>
    )
  }
  const words = `海报：${article.title}，${poster.coded ? '附小程序码' : '没有小程序码'}`
  return (
    <View className="poster">
      <Image className="poster__sheet" src={poster.file} mode="widthFix" showMenuByLongpress {...altOf(words)} />
      {!poster.coded && <View className="poster__note">暂时取不到小程序码，海报上写明了小程序的名称。</View>}
      <View className="poster__actions">
        <Button icon="picture" text="保存图片" onTap={() => void savePicture(poster.file)} />
      </View>
      <View className="poster__hint">也可以长按图片保存或发送</View>
    </View>
  )
}

import { Canvas, View } from '@tarojs/components'
import './DrawingCanvas.scss'

/** Where WeChat draws, out of sight. It has to stand near the root of its page. */
export function DrawingCanvas({ ids }: { ids: string[] }) {
  return (
    <View className="drawing">
      {ids.map((id) => (
        <Canvas key={id} id={id} canvasId={id} type="2d" className="drawing__canvas" />
      ))}
    </View>
  )
}

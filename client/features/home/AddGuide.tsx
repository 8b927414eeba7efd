import { useEffect, useState } from 'react'
import { Text, View } from '@tarojs/components'
import { GUIDE, guideWanted } from '../../platform/addGuide'
import { roleOf } from '../../ui/aria'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import { guideTold, noteGuideTold } from './guideNote'
import './AddGuide.scss'

/** How to find back here, told to a member once. */
export function AddGuide() {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (guideTold()) return
    let here = true
    void guideWanted().then((wanted) => {
      if (!wanted || !here) return
      noteGuideTold()
      setShown(true)
    })
    return () => {
      here = false
    }
  }, [])
  if (!shown) return null
  return (
    <View className="add-guide" {...roleOf({ role: 'status' })}>
      <Icon name="star" size={20} />
      <Text className="add-guide__text">{GUIDE}</Text>
      <Tap className="add-guide__close" onTap={() => setShown(false)}>
        知道了
      </Tap>
    </View>
  )
}

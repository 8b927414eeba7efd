import { useRouter } from '@tarojs/taro'
import { BindingView } from '../../features/binding/BindingView'
import { codeOf } from '../../features/binding/scene'
import { Screen } from '../../ui/Screen'

/** For staff: opened by the mini-program code on their account page. */
export default function BindingPage() {
  const { scene } = useRouter<{ scene?: string }>().params
  return (
    <Screen title="工作人员绑定">
      <BindingView code={codeOf(scene)} />
    </Screen>
  )
}

import { MineView } from '../../features/mine/MineView'
import { Screen } from '../../ui/Screen'

export default function MinePage() {
  return (
    <Screen title="我的">
      <MineView />
    </Screen>
  )
}

import { PrivacyView } from '../../features/privacy/PrivacyView'
import { usePrivacy } from '../../features/privacy/usePrivacy'
import { Screen } from '../../ui/Screen'

export default function PrivacyPage() {
  const privacy = usePrivacy()
  return (
    <Screen title="隐私说明">
      <PrivacyView privacy={privacy} />
    </Screen>
  )
}

import { View } from '@tarojs/components'
import { back, open } from '../../platform/navigation'
import { PAGES } from '../../routes'
import { roleOf } from '../../ui/aria'
import { Blank } from '../../ui/Blank'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Skeleton } from '../../ui/Skeleton'
import { MemberFailure } from '../alerts/MemberFailure'
import { Outside } from '../alerts/Outside'
import { AskGrants } from './AskGrants'
import { useBinding } from './useBinding'
import './BindingView.scss'

const KEPT = '只保存这个微信与工作人员账号的对应关系。可随时在后台“账号与安全”中解除；账号停用或您清除数据时自动解除。'

function Asked({ staff, working, onYes }: { staff: string; working: boolean; onYes: () => void }) {
  return (
    <View className="binding__card">
      <View className="binding__disc">
        <Icon name="person" size={36} />
      </View>
      <View className="binding__title" {...roleOf({ role: 'heading', level: 2 })}>
        绑定到工作人员“{staff}”
      </View>
      <View className="binding__text">绑定后，这位工作人员可以把通知先发到您的微信核对，再发给会员。</View>
      <View className="binding__text binding__text--small">{KEPT}</View>
      <View className="binding__actions">
        <Button id="bind" text={working ? '请稍候…' : '确认绑定'} onTap={onYes} />
        <Button kind="soft" text="不是我，取消" onTap={back} />
      </View>
    </View>
  )
}

/** What a scanned binding code leads to: whose account it is, the question, and the permission for a first test. */
export function BindingView({ code }: { code: string }) {
  const { binding, look, agree } = useBinding(code)
  switch (binding.state) {
    case 'loading':
      return <Skeleton shape="card" rows={2} />
    case 'outside':
      return <Outside what="绑定工作人员微信需要用微信扫码。" />
    case 'error':
      return <MemberFailure problem={binding.problem} onRetry={() => void look()} title="暂时无法绑定" />
    case 'refused':
      return (
        <Blank
          icon="info"
          title="没有绑定"
          text={binding.words}
          action={{ text: '返回首页', onTap: () => open(PAGES.home) }}
        />
      )
    case 'asked':
    case 'working':
      return <Asked staff={binding.staff} working={binding.state === 'working'} onYes={() => void agree()} />
    case 'bound':
      return <AskGrants staff={binding.staff} />
  }
}

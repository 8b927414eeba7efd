import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { PRIVACY_VERSION } from '../../../shared/domain/privacyVersion'
import { open } from '../../platform/navigation'
import { PAGES } from '../../routes'
import { roleOf } from '../../ui/aria'
import { Blank } from '../../ui/Blank'
import { Button } from '../../ui/Button'
import { Section } from '../../ui/Section'
import { Skeleton } from '../../ui/Skeleton'
import { MemberFailure } from '../alerts/MemberFailure'
import { Consent } from './Consent'
import { PROMISES, RIGHTS } from './notice'
import { OwnData } from './OwnData'
import { StoredOnPhone, StoredOnServer } from './StoredList'
import type { Privacy } from './usePrivacy'
import './PrivacyView.scss'

function Words({ lines }: { lines: readonly string[] }) {
  return (
    <View className="privacy__card privacy__card--plain">
      {lines.map((line) => (
        <View key={line} className="privacy__line">
          {line}
        </View>
      ))}
    </View>
  )
}

/** Consent, export and erasure for who is logged in; for others what there is to know about it. */
function OwnSections({ privacy }: { privacy: Privacy }): ReactNode {
  const { own } = privacy
  switch (own.state) {
    case 'loading':
      return <Skeleton shape="card" rows={2} />
    case 'error':
      return <MemberFailure problem={own.problem} onRetry={() => void privacy.look()} title="暂时无法读取您的数据" />
    case 'outside':
      return <Words lines={['在浏览器中不会登录，服务器上没有您的数据。导出和清除请在微信小程序中操作。']} />
    case 'stranger':
      return (
        <View className="privacy__card privacy__card--plain">
          <View>您在这部手机上没有登录。如果开启过提醒，登录后可以查看、导出或清除服务器上的数据。</View>
          <View className="privacy__buttons">
            <Button kind="soft" text="登录并查看" onTap={() => void privacy.look()} />
          </View>
        </View>
      )
    case 'ready':
      return (
        <>
          <Consent consent={own.me.consent} onDecide={(agreed) => void privacy.decide(agreed)} />
          <OwnData privacy={privacy} />
        </>
      )
    case 'erased':
      return null
  }
}

/** The privacy notice: what is kept and why, and what the member may ask of it. */
export function PrivacyView({ privacy }: { privacy: Privacy }) {
  const { own } = privacy
  if (own.state === 'erased') {
    return (
      <View {...roleOf({ role: 'status' })}>
        <Blank
          icon="shield"
          title="您的数据已清除"
          text="服务器和这部手机上都没有您的记录了。再次开启提醒时，您会是一位新会员。"
          action={{ text: '回到首页', onTap: () => open(PAGES.home) }}
        />
      </View>
    )
  }
  return (
    <View className="privacy">
      <View className="privacy__version">
        {ORGANISATION.name} · {PRIVACY_VERSION} 版
      </View>
      <Words lines={PROMISES} />
      <Section title="您的同意和数据">
        <OwnSections privacy={privacy} />
      </Section>
      <Section title="服务器上保存的信息">
        <StoredOnServer me={own.state === 'ready' ? own.me : null} />
      </Section>
      <Section title="只在手机上保存的内容">
        <StoredOnPhone />
      </Section>
      <Section title="您的权利">
        <Words lines={RIGHTS} />
        <View className="privacy__contact">
          <Button kind="soft" text="联系协会" onTap={() => open(PAGES.contact)} />
        </View>
      </Section>
    </View>
  )
}

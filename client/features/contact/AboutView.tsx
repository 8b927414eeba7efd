import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { ContactCard } from '../../../shared/contract'
import { callPhone, copyText, openAddress } from '../../platform/device'
import { open } from '../../platform/navigation'
import { PAGES } from '../../routes'
import { roleOf } from '../../ui/aria'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import { Ways } from '../../ui/Ways'
import { LICENCE } from './licence'
import './AboutView.scss'

/** Where the filing number of every Chinese site can be looked up; the number has to lead there. */
const FILINGS = 'https://beian.miit.gov.cn/'

interface LineProps {
  name: string
  value: string
  action?: { text: string; label: string; onTap: () => void }
}

function Line({ name, value, action }: LineProps) {
  if (value === '') return null
  return (
    <View className="about__line">
      <Text className="about__name">{name}</Text>
      <Text className="about__value" userSelect>
        {value}
      </Text>
      {action && (
        <Tap className="about__action" label={action.label} onTap={action.onTap}>
          {action.text}
        </Tap>
      )}
    </View>
  )
}

/** What the old site's footer said; without the card, what the app knows of itself. */
function Imprint({ card }: { card: ContactCard }) {
  const { address, building, phones, postalCode, icp, support } = card
  return (
    <View className="about__card">
      <Line
        name="地址"
        value={`${address}${building}`}
        action={{ text: '复制', label: '复制地址', onTap: () => copyText(`${address}${building}`) }}
      />
      {phones.map(({ label, number }) => (
        <Line
          key={number}
          name={phones.length > 1 ? label : '电话'}
          value={number}
          action={{ text: '拨打', label: `${label}：拨打 ${number}`, onTap: () => callPhone(number) }}
        />
      ))}
      <Line name="邮政编码" value={postalCode} />
      <Line
        name="备案号"
        value={icp}
        action={{ text: '查询', label: `查询备案号 ${icp}`, onTap: () => openAddress(FILINGS) }}
      />
      <Line name="技术支持" value={support} />
    </View>
  )
}

/** Who runs this, under which rules, and what it is made of. `card` is null while it could not be read. */
export function AboutView({ card }: { card: ContactCard | null }) {
  const [licence, setLicence] = useState(false)
  return (
    <View className="about">
      <View className="about__head">
        <View className="about__disc">
          <Icon name="building" size={36} />
        </View>
        <View className="about__organisation" {...roleOf({ role: 'heading' })}>
          {card?.organisation ?? ORGANISATION.name}
        </View>
        <View className="about__motto">{ORGANISATION.motto}</View>
      </View>
      {card && <Imprint card={card} />}
      <Ways
        ways={[
          { icon: 'contact', name: '联系我们', onTap: () => open(PAGES.contact) },
          { icon: 'shield', name: '隐私说明', onTap: () => open(PAGES.privacy) },
        ]}
      />
      <View className="about__card">
        <Line name="版本" value={VERSION} />
        <Line
          name="源代码许可"
          value="MIT License"
          action={{
            text: licence ? '收起' : '查看',
            label: licence ? '收起许可全文' : '查看许可全文',
            onTap: () => setLicence(!licence),
          }}
        />
        {licence && (
          <View className="about__licence">
            {LICENCE.map((paragraph) => (
              <View key={paragraph}>{paragraph}</View>
            ))}
          </View>
        )}
      </View>
      {card && <View className="about__copyright">{card.copyright}</View>}
    </View>
  )
}

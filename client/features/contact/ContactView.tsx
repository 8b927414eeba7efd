import { Text, View } from '@tarojs/components'
import type { ContactCard } from '../../../shared/contract'
import { callPhone, copyText, openMap } from '../../platform/device'
import { roleOf } from '../../ui/aria'
import { Button } from '../../ui/Button'
import { ContactRow } from './ContactRow'
import { describeDays, describeStatus, statusNow } from './office'
import './ContactView.scss'

/** How to reach the office: whether somebody is there, and the telephone first. */
export function ContactView({ card, now }: { card: ContactCard; now: number }) {
  const { phones, address, building, postalCode, location, officeHours } = card
  const status = statusNow(card.status, officeHours, now)
  const { state, next } = describeStatus(status, now)
  const first = phones[0]
  const place = building ? `${address}\n${building}` : address
  const periods = officeHours.periods.map(({ from, to }) => `${from}—${to}`).join('，')

  return (
    <View className="contact">
      <View className="contact__card">
        <View className="contact__head">
          <View className="contact__name" {...roleOf({ role: 'heading' })}>
            {card.organisation}
          </View>
          <View className={`contact__status ${status.open ? 'contact__status--open' : ''}`}>
            <View className="contact__dot" />
            <Text className="contact__state">{state}</Text>
            {next && <Text>{next}</Text>}
          </View>
        </View>
        {first && (
          <View className="contact__call">
            <Button
              id="call-office"
              icon="contact"
              text={`拨打 ${first.number}`}
              label={`${first.label}：拨打 ${first.number}`}
              onTap={() => callPhone(first.number)}
            />
          </View>
        )}
      </View>

      <View className="contact__card">
        {phones.map(({ label, number }) => (
          <ContactRow
            key={number}
            icon="contact"
            name={label}
            value={number}
            strong
            action={{ icon: 'copy', text: '复制', onTap: () => copyText(number) }}
          />
        ))}
        <ContactRow icon="clock" name="办公时间" value={`${describeDays(officeHours.days)}\n${periods}`} />
      </View>

      <View className="contact__card">
        <ContactRow
          icon="building"
          name="地址"
          value={place}
          action={{ icon: 'copy', text: '复制', onTap: () => copyText(`${address}${building}`) }}
        />
        {location && (
          <ContactRow
            icon="pin"
            name="地图"
            value={location.name}
            action={{ icon: 'right', text: '打开', onTap: () => openMap({ ...location, address }) }}
          />
        )}
        <ContactRow icon="mail" name="邮政编码" value={postalCode} />
      </View>

      <View className="contact__foot">
        <View>{card.copyright}</View>
        <View>{card.icp}</View>
        <View>技术支持：{card.support}</View>
      </View>
    </View>
  )
}

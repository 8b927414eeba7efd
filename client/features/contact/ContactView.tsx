import { Image, Text, View } from '@tarojs/components'
import type { ContactCard } from '../../../shared/contract'
import { useNow } from '../../loading/useNow'
import { pictureAddress } from '../../platform/address'
import { callPhone, copyText, openMap } from '../../platform/device'
import { open } from '../../platform/navigation'
import { PAGES } from '../../routes'
import { altOf, roleOf } from '../../ui/aria'
import { Button } from '../../ui/Button'
import { Ways } from '../../ui/Ways'
import { ContactRow } from './ContactRow'
import { HoursCard } from './HoursCard'
import { describeStatus } from './office'
import { SaveOffice } from './SaveOffice'
import './ContactView.scss'

/** How to reach the office: whether somebody is there, and the telephone first. */
export function ContactView({ card }: { card: ContactCard }) {
  const now = useNow()
  const { phones, address, building, postalCode, location, photo } = card
  const { open: opened, state, next, reason } = describeStatus(card, now)
  const first = phones[0]
  const place = building ? `${address}\n${building}` : address
  // A single number has the large button already.
  const several = phones.length > 1

  return (
    <View className="contact">
      <View className="contact__card">
        {photo && (
          <Image className="contact__photo" src={pictureAddress(photo.url)} mode="aspectFill" {...altOf(photo.alt)} />
        )}
        <View className="contact__head">
          <View className="contact__name" {...roleOf({ role: 'heading' })}>
            {card.organisation}
          </View>
          <View className={`contact__status ${opened ? 'contact__status--open' : ''}`}>
            <View className="contact__dot" />
            <Text className="contact__state">{state}</Text>
            {next && <Text>{next}</Text>}
          </View>
          {reason && <View className="contact__reason">{reason}</View>}
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
            actions={[
              ...(several ? [{ icon: 'contact' as const, text: '拨打', onTap: () => callPhone(number) }] : []),
              { icon: 'copy', text: '复制', onTap: () => copyText(number) },
            ]}
          />
        ))}
        <SaveOffice card={card} />
      </View>

      <View className="contact__card">
        <HoursCard office={card} now={now} />
      </View>

      <View className="contact__card">
        <ContactRow
          icon="building"
          name="地址"
          value={place}
          actions={[{ icon: 'copy', text: '复制', onTap: () => copyText(`${address}${building}`) }]}
        />
        {location && (
          <ContactRow
            icon="pin"
            name="地图"
            value={location.name}
            actions={[{ icon: 'right', text: '打开', onTap: () => openMap({ ...location, address }) }]}
          />
        )}
        <ContactRow icon="mail" name="邮政编码" value={postalCode} />
      </View>

      <Ways ways={[{ icon: 'info', name: '关于本小程序', onTap: () => open(PAGES.about) }]} />
      <View className="contact__foot">{card.copyright}</View>
    </View>
  )
}

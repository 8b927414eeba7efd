import { View } from '@tarojs/components'
import { callPhone } from '../../platform/device'
import { open } from '../../platform/navigation'
import { PAGES } from '../../routes'
import { Tap } from '../../ui/Tap'
import './Footer.scss'

/** What the old site had at its foot: where the association is and who answers for the content. */
export function Footer() {
  return (
    <View className="footer">
      <View>
        {OFFICE.address}
        {OFFICE.building}
        {OFFICE.postalCode && `\u3000邮编 ${OFFICE.postalCode}`}
      </View>
      {OFFICE.phones.map(({ label, number }) => (
        <Tap key={number} className="footer__tap" label={`拨打${label} ${number}`} onTap={() => callPhone(number)}>
          {label}：{number}
        </Tap>
      ))}
      <View>{OFFICE.copyright}</View>
      {OFFICE.icp && <View>{OFFICE.icp}</View>}
      <View className="footer__ways">
        <Tap className="footer__tap" role="link" onTap={() => open(PAGES.about)}>
          关于本站
        </Tap>
        <Tap className="footer__tap" role="link" onTap={() => open(PAGES.privacy)}>
          隐私说明
        </Tap>
      </View>
    </View>
  )
}

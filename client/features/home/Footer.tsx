import { View } from '@tarojs/components'
import { callPhone } from '../../platform/device'
import { open } from '../../platform/navigation'
import { PAGES } from '../../routes'
import { Tap } from '../../ui/Tap'
import './Footer.scss'

/** As it was when the app was built; a home that an older version has kept knows no office. */
interface FooterProps {
  office: typeof OFFICE | undefined
}

/** What the old site had at its foot: where the association is and who answers for the content. */
export function Footer({ office = OFFICE }: FooterProps) {
  return (
    <View className="footer">
      <View>
        {office.address}
        {office.building}
        {office.postalCode && `\u3000邮编 ${office.postalCode}`}
      </View>
      {office.phones.map(({ label, number }) => (
        <Tap key={number} className="footer__tap" label={`拨打${label} ${number}`} onTap={() => callPhone(number)}>
          {label}：{number}
        </Tap>
      ))}
      <View>{office.copyright}</View>
      {office.icp && <View>{office.icp}</View>}
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

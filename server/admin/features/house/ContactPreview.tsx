import type { ContactValues } from '../../../../shared/contract'
import { officeStatus, type SpecialDay } from '../../../../shared/domain/officeHours'
import { weeklyRule } from '../../../../shared/domain/officeWords'
import { formatIsoDate, formatTableTime } from '../../../../shared/domain/time'
import { Chip } from '../../ui/Chip'
import { t } from '../../ui/language'
import { useNow } from '../../ui/useNow'
import styles from './House.module.css'

interface ContactPreviewProps {
  values: ContactValues
  photo: { url: string; alt: string } | null
  publicDays: readonly SpecialDay[]
}

/** The card while it is typed; whether the office is open is computed as on the phone. */
export function ContactPreview({ values, photo, publicDays }: ContactPreviewProps) {
  const now = useNow()
  const own = new Set(values.exceptions.map(({ date }) => date))
  const days = [...publicDays.filter(({ date }) => !own.has(date)), ...values.exceptions]
  const { open, changesAt } = officeStatus(values.officeHours, now, days)
  const coming = values.exceptions.filter(({ date }) => date >= formatIsoDate(now)).slice(0, 4)
  return (
    <aside className={styles.preview} aria-label={t('预览', 'Preview')}>
      <h2 className={styles.soft}>{t('会员端预览', 'As members will see it')}</h2>
      <div className={styles.phone} lang="zh-CN">
        <div className={styles.card}>
          {photo !== null && <img className={styles.photo} style={{ width: '100%' }} src={photo.url} alt={photo.alt} />}
          <p>
            <Chip tone={open ? 'good' : 'plain'}>{open ? '办公中' : '休息中'}</Chip>{' '}
            {changesAt !== null && (
              <span className={styles.soft}>{`${formatTableTime(changesAt)} ${open ? '结束' : '开始办公'}`}</span>
            )}
          </p>
          {values.phones.map(({ label, number }, at) => (
            <p key={at}>
              <span className={styles.soft}>{label}</span> {number}
            </p>
          ))}
          <p>{`${values.address}${values.building}`}</p>
          {values.postalCode !== '' && <p className={styles.soft}>{`邮编 ${values.postalCode}`}</p>}
          {values.location === null && <p className={styles.soft}>{t('（不显示地图）', '(no map)')}</p>}
        </div>
        <div className={styles.card}>
          <p className={styles.name}>办公时间</p>
          {weeklyRule(values.officeHours).map(({ days: words, words: hours }) => (
            <p key={words}>
              {words} {hours}
            </p>
          ))}
          {coming.map(({ date, kind, name }) => (
            <p key={date} className={styles.soft}>
              {`${date} ${kind === 'holiday' ? '休息' : '照常办公'}（${name}）`}
            </p>
          ))}
        </div>
      </div>
    </aside>
  )
}

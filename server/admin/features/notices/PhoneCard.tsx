import { Wave } from '../../ui/icons'
import { t } from '../../ui/language'
import type { NoticeTemplate } from './noticeValues'
import styles from './PhoneCard.module.css'

interface PhoneCardProps {
  template: NoticeTemplate
  values: Record<string, string>
  /** The mini-program's name. */
  sender: string
}

/** The notice as WeChat shows a subscription message: always light, since it is a picture of the phone. */
export function PhoneCard({ template, values, sender }: PhoneCardProps) {
  return (
    <figure className={styles.stage}>
      <figcaption className={styles.caption}>{t('手机上的样子', 'On the phone')}</figcaption>
      <div className={styles.card} role="group" aria-label={t('通知预览', 'Preview of the notice')} lang="zh-CN">
        <p className={styles.sender}>
          <span className={styles.icon}>
            <Wave />
          </span>
          {sender}
        </p>
        <p className={styles.title}>{template.title}</p>
        <dl className={styles.rows}>
          {template.fields.map((field) => (
            <div key={field.key} className={styles.row}>
              <dt>{field.label}</dt>
              <dd>{values[field.key] ?? ''}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.open}>
          点击查看 <span aria-hidden="true">›</span>
        </p>
      </div>
    </figure>
  )
}

import { useState } from 'react'
import type { Phrase } from '../../../../shared/phrases'
import { classes } from '../../ui/classes'
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

const LOOKS = ['light', 'dark'] as const
const LOOK_NAMES: Record<(typeof LOOKS)[number], Phrase> = {
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
}

/** The notice as WeChat shows a subscription message, in the look of a phone: not of the admin, for members choose theirs. */
export function PhoneCard({ template, values, sender }: PhoneCardProps) {
  const [look, setLook] = useState<(typeof LOOKS)[number]>('light')
  return (
    <figure className={classes(styles.stage, look === 'dark' && styles.dark)}>
      <figcaption className={styles.caption}>
        {t('手机上的样子', 'On the phone')}
        <span className={styles.looks} role="group" aria-label={t('手机的外观', 'Look of the phone')}>
          {LOOKS.map((one) => (
            <button
              key={one}
              type="button"
              className={styles.look}
              aria-pressed={look === one}
              onClick={() => setLook(one)}
            >
              {t(LOOK_NAMES[one])}
            </button>
          ))}
        </span>
      </figcaption>
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

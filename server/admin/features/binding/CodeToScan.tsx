import { Button } from 'antd'
import type { BindingCode } from '../../../../shared/contract'
import { t } from '../../ui/language'
import { useSecondsLeft } from './useSecondsLeft'
import styles from './Binding.module.css'

interface CodeToScanProps {
  code: BindingCode
  onAnother: () => void
}

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** The mini-program code, and how long it is good for; afterwards the way to another one. */
export function CodeToScan({ code, onAnother }: CodeToScanProps) {
  const left = useSecondsLeft(Date.parse(code.expiresAt))
  if (left === 0) {
    return (
      <div className={styles.code}>
        <p role="status">{t('这个码已过期。', 'This code has expired.')}</p>
        <Button type="primary" onClick={onAnother}>
          {t('换一个码', 'Another code')}
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.code}>
      <img
        className={styles.picture}
        src={code.picture}
        alt={t('绑定微信的小程序码', 'Mini-program code that binds your WeChat')}
      />
      <p className={styles.soft} role="timer">
        {t(`${clock(left)} 后过期，只能绑定一次`, `Expires in ${clock(left)}; binds once`)}
      </p>
    </div>
  )
}

import { t } from '../ui/language'
import styles from './Shell.module.css'

export function SandboxHint() {
  return (
    <p className={styles.hint}>
      {t('当前使用内置微信沙箱，可在', 'The built-in WeChat sandbox is in use; see notices on the ')}
      <a href="/sandbox/" target="_blank" rel="noreferrer">
        {t('手机模拟页', 'simulated phone')}
      </a>
      {t('查看通知', '')}
    </p>
  )
}

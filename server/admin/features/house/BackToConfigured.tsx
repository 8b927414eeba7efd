import { Button } from 'antd'
import { t } from '../../ui/language'
import styles from './House.module.css'

interface BackToConfiguredProps {
  /** What it is, for who hears the button alone. */
  name: string
  isSame: boolean
  onBack: () => void
}

/** Takes back what was set here: from then on the value follows the association's file again. */
export function BackToConfigured({ name, isSame, onBack }: BackToConfiguredProps) {
  if (isSame) return null
  return (
    <Button
      type="link"
      className={styles.back}
      aria-label={t(`${name}：恢复配置文件的值`, `${name}: back to the configured value`)}
      onClick={onBack}
    >
      {t('恢复配置文件的值', 'Back to the configured value')}
    </Button>
  )
}

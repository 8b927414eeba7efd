import { Button } from 'antd'
import { Search } from '../../ui/icons'
import { t } from '../../ui/language'
import { useOpenPalette } from './opening'
import styles from './Palette.module.css'

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

export function PaletteButton() {
  const name = t('查找', 'Find')
  return (
    <Button
      className={styles.opener}
      icon={<Search />}
      aria-label={name}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={useOpenPalette()}
    >
      <span>{name}</span>
      <kbd>{isMac ? '⌘ K' : 'Ctrl K'}</kbd>
    </Button>
  )
}

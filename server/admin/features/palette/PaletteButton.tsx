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
      title={name}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={useOpenPalette()}
    >
      <span>{name}</span>
      <kbd aria-hidden="true">{isMac ? '⌘ K' : 'Ctrl K'}</kbd>
    </Button>
  )
}

import { Button, Dropdown } from 'antd'
import { Moon, Sun } from '../ui/icons'
import { t } from '../ui/language'
import { THEME_CHOICES, THEME_NAMES } from './themeMode'
import { useTheme } from './useTheme'

export function ThemeMenu() {
  const { choice, choose, theme } = useTheme()
  const name = t('外观', 'Appearance')
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [choice],
        items: THEME_CHOICES.map((key) => ({ key, label: t(THEME_NAMES[key]), onClick: () => choose(key) })),
      }}
    >
      <Button type="text" aria-label={name} title={name} icon={theme === 'dark' ? <Moon /> : <Sun />} />
    </Dropdown>
  )
}

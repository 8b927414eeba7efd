import { Button, Dropdown } from 'antd'
import { Moon, Sun } from '../ui/icons'
import { THEME_CHOICES, THEME_NAMES } from './themeMode'
import { useTheme } from './useTheme'

export function ThemeMenu() {
  const { choice, choose, theme } = useTheme()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [choice],
        items: THEME_CHOICES.map((key) => ({ key, label: THEME_NAMES[key], onClick: () => choose(key) })),
      }}
    >
      <Button type="text" aria-label="外观" title="外观" icon={theme === 'dark' ? <Moon /> : <Sun />} />
    </Dropdown>
  )
}

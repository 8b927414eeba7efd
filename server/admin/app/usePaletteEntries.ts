import type { StaffRole } from '../../../shared/contract'
import type { Entry } from '../features/palette/entries'
import { useChooseLanguage } from '../features/session/ownLanguage'
import { SETTINGS_PARTS } from '../features/settings/parts'
import { LANGUAGE_NAMES, LANGUAGES, language, t } from '../ui/language'
import { screensFor } from './pages'
import { THEME_CHOICES, THEME_NAMES } from './themeMode'
import { useTheme } from './useTheme'

const screen = (to: string, name: string): Entry => ({ key: `screen-${to}`, name, to })

/** What the palette knows by itself: every screen that this role may open, and what can be done from anywhere. */
export function usePaletteEntries(role: StaffRole): { screens: Entry[]; actions: Entry[] } {
  const { choice, choose } = useTheme()
  const chooseLanguage = useChooseLanguage()
  return {
    screens: [
      ...screensFor(role).flatMap((group) => group.screens.map(({ to, name }) => screen(to, t(name)))),
      ...SETTINGS_PARTS.map(({ to, name }) => ({
        ...screen(to, t(`设置：${name.zh}`, `Settings: ${name.en}`)),
        key: `settings-${to}`,
      })),
      screen('/pinned', t('置顶顺序', 'Order of pinned')),
      screen('/bin', t('回收站', 'Bin')),
      screen('/account', t('账号与安全', 'Account and security')),
    ],
    actions: [
      { key: 'new-article', name: t('新建文章', 'New article'), to: '/articles/new' },
      { key: 'upload', name: t('上传图片', 'Upload pictures'), to: '/media' },
      ...(role === 'administrator'
        ? [{ key: 'invite', name: t('邀请工作人员', 'Invite a colleague'), to: '/staff' }]
        : []),
      ...THEME_CHOICES.filter((entry) => entry !== choice).map((entry) => ({
        key: `theme-${entry}`,
        name: t(`外观：${t(THEME_NAMES[entry])}`, `Appearance: ${t(THEME_NAMES[entry])}`),
        run: () => choose(entry),
      })),
      ...LANGUAGES.filter((entry) => entry !== language()).map((entry) => ({
        key: `language-${entry}`,
        name: LANGUAGE_NAMES[entry],
        note: t('语言', 'Language'),
        // what could not be kept for other devices still holds on this screen
        run: () => void chooseLanguage(entry).catch(() => undefined),
      })),
    ],
  }
}

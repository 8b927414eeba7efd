import { App, Button, Dropdown } from 'antd'
import { Globe } from '../../ui/icons'
import { LANGUAGE_NAMES, LANGUAGES, language } from '../../ui/language'
import { wordsFor } from '../../api/errors'
import { useChooseLanguage } from './ownLanguage'
import { t } from '../../ui/language'

/** Chinese or English; its name is in both, so that it is found from either. */
export function LanguageMenu() {
  const choose = useChooseLanguage()
  const { message } = App.useApp()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [language()],
        items: LANGUAGES.map((key) => ({
          key,
          label: <span lang={key === 'zh' ? 'zh-CN' : 'en'}>{LANGUAGE_NAMES[key]}</span>,
          onClick: () => void choose(key).catch((error: unknown) => void message.error(wordsFor(error))),
        })),
      }}
    >
      <Button
        type="text"
        aria-label={t('语言 Language', 'Language')}
        title={t('语言 Language', 'Language')}
        icon={<Globe />}
      />
    </Dropdown>
  )
}

import { Button } from 'antd'
import { Globe } from '../../ui/icons'
import { LANGUAGE_NAMES, useLanguage } from '../../ui/language'
import { chooseBeforeLogin } from './ownLanguage'

/** On the pages before login: the other language, in its own words. */
export function LanguageSwitch() {
  const other = useLanguage() === 'zh' ? 'en' : 'zh'
  return (
    <Button
      type="text"
      block
      icon={<Globe />}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => chooseBeforeLogin(other)}
    >
      {LANGUAGE_NAMES[other]}
    </Button>
  )
}

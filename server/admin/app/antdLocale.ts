import type { Locale } from 'antd/es/locale'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { Language } from '../../../shared/phrases'

/**
 * The buttons above the days show a year and a month. Named otherwise than they read, they cannot be said aloud to a
 * computer that listens: without a name of their own they are called what they show.
 */
function calledAsShown(locale: Locale): Locale {
  if (locale.DatePicker === undefined) return locale
  const lang = { ...locale.DatePicker.lang, yearSelect: '', monthSelect: '' }
  return { ...locale, DatePicker: { ...locale.DatePicker, lang } }
}

/** The words of antd's own controls; the pickers take theirs from dayjs, which is told as well. */
export function antdLocale(language: Language): Locale {
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn')
  return calledAsShown(language === 'en' ? enUS : zhCN)
}

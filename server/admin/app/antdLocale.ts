import type { Locale } from 'antd/es/locale'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { Language } from '../../../shared/phrases'

/** The words of antd's own controls; the pickers take theirs from dayjs, which is told as well. */
export function antdLocale(language: Language): Locale {
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn')
  return language === 'en' ? enUS : zhCN
}

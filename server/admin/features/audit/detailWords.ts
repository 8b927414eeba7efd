import { STAFF_ROLES, type Phrase } from '../../../../shared/phrases'
import { t } from '../../ui/language'

const NAMES: Record<string, Phrase> = {
  title: { zh: '标题', en: 'Title' },
  name: { zh: '姓名', en: 'Name' },
  role: { zh: '角色', en: 'Role' },
  from: { zh: '原为', en: 'was' },
  to: { zh: '改为', en: 'now' },
  count: { zh: '数量', en: 'Number' },
  by: { zh: '方式', en: 'By' },
  because: { zh: '原因', en: 'Reason' },
  version: { zh: '版本', en: 'Version' },
  at: { zh: '时间', en: 'At' },
  withdrawAt: { zh: '自动撤回', en: 'Withdrawn at' },
  kind: { zh: '种类', en: 'Kind' },
}

const VALUES: Record<string, Phrase> = {
  ...STAFF_ROLES,
  self: { zh: '本人', en: 'themselves' },
  link: { zh: '一次性链接', en: 'One-time link' },
}

const known = (words: Record<string, Phrase>, code: string): string => {
  const phrase = words[code]
  return phrase === undefined ? code : t(phrase)
}

const valueWords = (value: unknown): string =>
  typeof value === 'string' ? known(VALUES, value) : JSON.stringify(value)

/** An entry's detail in one line, such as `原为 撰稿，改为 编辑`. What has no words keeps its own name. */
export const detailWords = (detail: Record<string, unknown>): string =>
  Object.entries(detail)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${known(NAMES, name)} ${valueWords(value)}`)
    .join(t('，', ', '))

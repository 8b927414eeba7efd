import { STAFF_ROLES } from '../../../../shared/phrases'

const NAMES: Record<string, string> = {
  title: '标题',
  name: '姓名',
  role: '角色',
  from: '原为',
  to: '改为',
  count: '数量',
  by: '方式',
  because: '原因',
  version: '版本',
  kind: '种类',
}

const VALUES: Record<string, string> = {
  ...Object.fromEntries(Object.entries(STAFF_ROLES).map(([role, { zh }]) => [role, zh])),
  self: '本人',
  link: '一次性链接',
}

const valueWords = (value: unknown): string =>
  typeof value === 'string' ? (VALUES[value] ?? value) : JSON.stringify(value)

/** An entry's detail in one line, such as `原为 撰稿，改为 编辑`. What has no words keeps its own name. */
export const detailWords = (detail: Record<string, unknown>): string =>
  Object.entries(detail)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${NAMES[name] ?? name} ${valueWords(value)}`)
    .join('，')

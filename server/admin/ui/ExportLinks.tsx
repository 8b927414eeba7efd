import { addressOf } from '../api/call'
import styles from './ExportLinks.module.css'
import { t } from './language'

interface ExportLinksProps {
  /** The table's address, and the filter of the list beside it. */
  path: string
  query?: Record<string, unknown>
  /** Which table, where there are several; makes short words clear to who hears them. */
  of?: string
}

const FORMATS = [
  {
    format: 'csv',
    name: { zh: '导出 CSV 表格', en: 'Export CSV' },
    short: { zh: '导出 CSV', en: 'CSV' },
  },
  {
    format: 'xlsx',
    name: { zh: '导出 Excel 表格', en: 'Export Excel' },
    short: { zh: 'Excel', en: 'Excel' },
  },
] as const

/** A table as a file: CSV at any length, Excel for what fits into a sheet. */
export function ExportLinks({ path, query = {}, of }: ExportLinksProps) {
  return (
    <span className={styles.links}>
      {FORMATS.map(({ format, name, short }) => (
        <a
          key={format}
          href={addressOf(path, { query: format === 'csv' ? query : { ...query, format } })}
          aria-label={of === undefined ? undefined : `${t(short)}${t('：', ': ')}${of}`}
          download
        >
          {of === undefined ? t(name) : t(short)}
        </a>
      ))}
    </span>
  )
}

import { addressOf } from '../api/call'
import styles from './ExportLinks.module.css'
import { t } from './language'

interface ExportLinksProps {
  /** The table's address, and the filter of the list beside it. */
  path: string
  query?: Record<string, unknown>
}

/** A table as a file: CSV at any length, Excel for what fits into a sheet. */
export function ExportLinks({ path, query = {} }: ExportLinksProps) {
  return (
    <span className={styles.links}>
      <a href={addressOf(path, { query })} download>
        {t('导出 CSV 表格', 'Export CSV')}
      </a>
      <a href={addressOf(path, { query: { ...query, format: 'xlsx' } })} download>
        {t('导出 Excel 表格', 'Export Excel')}
      </a>
    </span>
  )
}

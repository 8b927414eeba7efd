import { Input } from 'antd'
import type { Phrase } from '../../../../shared/phrases'
import { Field } from '../../ui/Field'
import { t } from '../../ui/language'
import styles from './MoveIn.module.css'

const COLUMNS = {
  title: { zh: '标题', en: 'Title' },
  body: { zh: '正文', en: 'Body' },
  channel: { zh: '栏目', en: 'Channel' },
  publisher: { zh: '发布人', en: 'Publisher' },
  time: { zh: '发布时间', en: 'Time' },
  views: { zh: '浏览次数', en: 'Views' },
  address: { zh: '网址', en: 'Address' },
} satisfies Record<string, Phrase>

export type Heads = Partial<Record<keyof typeof COLUMNS, string>>

/** As the server takes it, such as `title=题目,body=内文`. */
export const headsText = (heads: Heads): string =>
  Object.entries(heads)
    .map(([column, head]) => [column, head.replace(/[,=]/g, '').trim()] as const)
    .filter(([, head]) => head !== '')
    .map(([column, head]) => `${column}=${head}`)
    .join(',')

/** How the heads of a table are called, column by column. */
export function ColumnFields({ heads, onChange }: { heads: Heads; onChange: (heads: Heads) => void }) {
  return (
    <div className={styles.columns} role="group" aria-label={t('表格各列的表头', 'Heads of the table')}>
      {(Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map((column) => (
        <Field
          key={column}
          label={t(`“${COLUMNS[column].zh}”列的表头`, `Head of “${COLUMNS[column].en}”`)}
          optional={column !== 'title' && column !== 'body'}
        >
          {(control) => (
            <Input
              {...control}
              maxLength={60}
              value={heads[column] ?? ''}
              onChange={(event) => onChange({ ...heads, [column]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  )
}

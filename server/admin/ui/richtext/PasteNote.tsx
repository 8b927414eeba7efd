import { Alert } from 'antd'
import { t } from '../language'
import { MOST_ROWS } from './paste/tooLong'

/** Says at the text what a paste left out, until somebody has read it. */
export function PasteNote({ rows, onClose }: { rows: number[]; onClose: () => void }) {
  if (rows.length === 0) return null
  const many = rows.join(t('、', ', '))
  return (
    <Alert
      type="warning"
      banner
      closable={{ onClose, 'aria-label': t('知道了', 'Understood') }}
      title={t(
        `粘贴的表格有 ${many} 行，没有带入：正文中的表格最多 ${MOST_ROWS} 行。请只粘贴需要的几行，或把整张表作为附件上传。`,
        `A pasted table of ${many} rows was left out: a table may have ${MOST_ROWS}. Paste the rows that are needed, or attach the file.`,
      )}
    />
  )
}

import { Alert } from 'antd'
import { MOST_ROWS } from './paste/tooLong'

/** Says at the text what a paste left out, until somebody has read it. */
export function PasteNote({ rows, onClose }: { rows: number[]; onClose: () => void }) {
  if (rows.length === 0) return null
  const which = rows.map((count) => `${count} 行`).join('、')
  return (
    <Alert
      type="warning"
      banner
      closable={{ onClose, 'aria-label': '知道了' }}
      title={`粘贴的表格有 ${which}，没有带入：正文中的表格最多 ${MOST_ROWS} 行。请只粘贴需要的几行，或把整张表作为附件上传。`}
    />
  )
}

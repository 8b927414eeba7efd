import { Alert } from 'antd'
import { t } from '../../language'
import type { Attaching } from './useAttachments'

/** Words for the files that are on their way; empty when there are none. */
export const attachmentWords = ({ pending }: Attaching): string =>
  pending.length === 0 ? '' : t(`正在上传附件，还有 ${pending.length} 个`, `Uploading files: ${pending.length} to go`)

/** Says which files were not taken and why, until somebody has read it. */
export function AttachmentNote({ failures, onClose }: Pick<Attaching, 'failures'> & { onClose: () => void }) {
  if (failures.length === 0) return null
  return (
    <Alert
      type="error"
      banner
      closable={{ onClose, 'aria-label': t('知道了', 'Understood') }}
      title={failures.map(({ name, words }) => (
        <p key={name}>{t(`“${name}”没有上传：${words}`, `“${name}” was not uploaded: ${words}`)}</p>
      ))}
    />
  )
}

import { Alert, Button } from 'antd'
import { formatTableTime } from '../../../../shared/domain/time'
import type { KeptCopy } from './recovery'
import { t } from '../../ui/language'

interface RecoveryBannerProps {
  copy: KeptCopy
  /** The version that the server has now. */
  version: number | null
  onRestore: () => void
  onForget: () => void
}

/** Writing that never reached the server, found in this browser when the article is opened again. */
export function RecoveryBanner({ copy, version, onRestore, onForget }: RecoveryBannerProps) {
  const overtaken = copy.version !== null && version !== null && copy.version < version
  return (
    <Alert
      type="info"
      banner
      showIcon={false}
      title={t(
        `本机留有 ${formatTableTime(copy.keptAt)} 未保存的修改${overtaken ? '，此后文章又被保存过' : ''}。`,
        `This browser keeps a change of ${formatTableTime(copy.keptAt)} that was not saved${overtaken ? '; the article was saved again since' : ''}.`,
      )}
      action={
        <>
          <Button type="primary" size="small" onClick={onRestore}>
            {t('恢复修改', 'Restore the change')}
          </Button>{' '}
          <Button size="small" onClick={onForget}>
            {t('丢弃', 'Discard')}
          </Button>
        </>
      }
    />
  )
}

import { Alert, Button } from 'antd'
import { formatTableTime } from '../../../../shared/domain/time'
import type { KeptCopy } from './recovery'

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
      title={`本机留有 ${formatTableTime(copy.keptAt)} 未保存的修改${overtaken ? '，此后文章又被保存过' : ''}。`}
      action={
        <>
          <Button type="primary" size="small" onClick={onRestore}>
            恢复修改
          </Button>{' '}
          <Button size="small" onClick={onForget}>
            丢弃
          </Button>
        </>
      }
    />
  )
}

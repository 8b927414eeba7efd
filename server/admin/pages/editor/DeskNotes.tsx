import { Alert, Button } from 'antd'
import { RecoveryBanner } from '../../features/articles/RecoveryBanner'
import type { Writing } from '../../features/articles/useWriting'

/**
 * What must be known before going on: a failed save, a full browser, writing found from last time.
 * `quiet`: a dialog in front says it already.
 */
export function DeskNotes({ writing, quiet }: { writing: Writing; quiet: boolean }) {
  const { state, offered, safe, dirty } = writing
  return (
    <>
      {state.step === 'failed' && !quiet && (
        <Alert
          type="error"
          banner
          showIcon={false}
          title={state.words}
          action={
            <Button size="small" onClick={() => void writing.save()}>
              再次保存
            </Button>
          }
        />
      )}
      {!safe && dirty && (
        <Alert
          type="warning"
          banner
          showIcon={false}
          title="浏览器存储空间不足，未保存的修改没有留存在本机，请尽快保存。"
        />
      )}
      {offered !== null && (
        <RecoveryBanner
          copy={offered}
          version={writing.article?.version ?? null}
          onRestore={() => writing.restore(offered)}
          onForget={() => writing.forget(offered)}
        />
      )}
    </>
  )
}

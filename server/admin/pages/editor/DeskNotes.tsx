import { Alert, Button } from 'antd'
import { RecoveryBanner } from '../../features/articles/RecoveryBanner'
import type { Writing } from '../../features/articles/useWriting'
import { t } from '../../ui/language'

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
              {t('再次保存', 'Save again')}
            </Button>
          }
        />
      )}
      {!safe && dirty && (
        <Alert
          type="warning"
          banner
          showIcon={false}
          title={t(
            '浏览器存储空间不足，未保存的修改没有留存在本机，请尽快保存。',
            'The browser has no room left: unsaved changes are not kept here. Save soon.',
          )}
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

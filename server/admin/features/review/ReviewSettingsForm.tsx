import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Switch } from 'antd'
import type { ReviewSettings } from '../../../../shared/contract'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { t } from '../../ui/language'
import { reviewSettingsQuery } from './queries'
import styles from './Review.module.css'

/** Whether somebody else has to look at an article before it is public. It holds at once. */
export function ReviewSettingsForm({ settings, mayChange }: { settings: ReviewSettings; mayChange: boolean }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const save = useMutation({
    mutationFn: (fourEyes: boolean) => call('PUT /api/admin/settings/review', { body: { fourEyes } }),
    onSuccess: (kept) => {
      client.setQueryData(reviewSettingsQuery.queryKey, kept)
      message.success(t('设置已保存', 'Saved'))
    },
  })
  return (
    <section className={styles.card} aria-labelledby="four-eyes">
      {!mayChange && (
        <Alert type="info" title={t('只有管理员可以修改这些设置。', 'Only administrators change these settings.')} />
      )}
      {save.error !== null && <Alert type="error" title={wordsFor(save.error)} />}
      <div className={styles.head}>
        <h2 id="four-eyes" className={styles.heading}>
          {t('发布须经他人审核', 'Somebody else approves before publishing')}
        </h2>
        <Switch
          aria-labelledby="four-eyes"
          aria-describedby="four-eyes-note"
          checked={settings.fourEyes}
          disabled={!mayChange}
          loading={save.isPending}
          onChange={(on) => save.mutate(on)}
        />
      </div>
      <div id="four-eyes-note" className={styles.note}>
        <p>
          {t(
            '开启后，任何人都不能发布自己最后修改的文章，要由另一位编辑或管理员批准，或由对方直接发布。',
            'Nobody publishes what they wrote last: another editor or administrator approves it, or publishes it.',
          )}
        </p>
        <p>
          {t(
            '已经发布的文章，文字和图片要先撤回才能修改；活动的时间、地点和取消随时可以更改。批准之后又修改的文章，定时发布不会执行。',
            'A public article is withdrawn before its words or pictures change; an event’s time, place and cancellation can be put right at once. What changed after its approval is not published at its set time.',
          )}
        </p>
      </div>
    </section>
  )
}

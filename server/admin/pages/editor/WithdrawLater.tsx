import { Alert, App, Button, Modal } from 'antd'
import { useState } from 'react'
import dialog from '../../features/articles/PublishDialog.module.css'
import panel from '../../features/articles/SidePanel.module.css'
import type { Writing } from '../../features/articles/useWriting'
import { withdrawalSet, withdrawalWords } from '../../features/articles/withdrawal'
import { WithdrawalTime } from '../../features/articles/WithdrawalField'
import { dateTimeWords, weekdayWords } from '../../ui/dates'
import { t } from '../../ui/language'
import { useNow } from '../../ui/useNow'
import { whenInput, type When } from '../../ui/when'

/** A withdrawal that is set for later: when, and the way back. */
export function WithdrawLater({ writing, onChange }: { writing: Writing; onChange: (() => void) | undefined }) {
  const { message } = App.useApp()
  const set = writing.article?.withdrawAt ?? null
  if (set === null) return null
  const at = Date.parse(set)
  const working = writing.state.step === 'working'
  const takeBack = async () => {
    if ((await writing.withdrawLater(null)) !== null)
      message.success(t('已取消定时撤回', 'The withdrawal is taken back'))
  }
  return (
    <section className={panel.part} aria-labelledby="withdraw-later">
      <h2 id="withdraw-later" className={panel.heading}>
        {t('定时撤回', 'Withdrawn later')}
      </h2>
      <p>
        {t(
          `${dateTimeWords(at)} ${weekdayWords(at)} 自动撤回，届时会员不再能打开它。`,
          `Withdrawn by itself ${dateTimeWords(at)} ${weekdayWords(at)}; members can no longer open it then.`,
        )}
      </p>
      {onChange !== undefined && (
        <div className={panel.buttons}>
          <Button size="small" disabled={working} onClick={onChange}>
            {t('更改撤回时间', 'Change the time')}
          </Button>
          <Button size="small" disabled={working} onClick={() => void takeBack()}>
            {t('取消定时撤回', 'Take back')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** Asks when an article is to be withdrawn by itself. Mounted while it is open. */
export function WithdrawLaterStep({ writing, onClose }: { writing: Writing; onClose: () => void }) {
  const { article, state, fields } = writing
  const { message } = App.useApp()
  const now = useNow()
  const [when, setWhen] = useState<When>({ ...withdrawalSet(article?.withdrawAt), later: true })
  const [tried, setTried] = useState(false)
  const scheduled = article?.scheduled ?? null
  const words = withdrawalWords(when, scheduled === null ? null : Date.parse(scheduled.at), now)

  const keep = async () => {
    setTried(true)
    const at = whenInput(when)
    if (words !== undefined || at === null) return
    if ((await writing.withdrawLater(at)) === null) return
    message.success(
      t(`已定时，${dateTimeWords(Date.parse(at))} 自动撤回`, `Set: withdrawn ${dateTimeWords(Date.parse(at))}`),
    )
    onClose()
  }
  return (
    <Modal
      open={writing.theirs === null}
      scrollLock={false}
      title={t('定时撤回', 'Withdraw later')}
      okText={t('确定', 'Set it')}
      cancelText={t('取消', 'Cancel')}
      confirmLoading={state.step === 'working'}
      onOk={() => void keep()}
      onCancel={() => {
        writing.calm()
        onClose()
      }}
    >
      <div className={dialog.body}>
        {state.step === 'failed' && <Alert type="error" title={state.words} />}
        <WithdrawalTime when={when} near={null} error={tried ? (words ?? fields.at) : undefined} onChange={setWhen} />
      </div>
    </Modal>
  )
}

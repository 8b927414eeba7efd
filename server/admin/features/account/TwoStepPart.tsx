import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { TwoStepState } from '../../../../shared/contract'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { Chip } from '../../ui/Chip'
import { t } from '../../ui/language'
import staff from '../staff/Staff.module.css'
import { EnrolSteps } from './EnrolSteps'
import { ProveDialog } from './ProveDialog'
import { ownSessionsQuery, twoStepQuery } from './queries'
import { RecoveryCodes } from './RecoveryCodes'
import { dateWords } from '../../ui/dates'
import styles from './TwoStep.module.css'

type Doing = 'enrol' | 'codes' | 'off' | null

/** Whether I log in with two steps, and how that is turned on and off. */
export function TwoStepPart() {
  const state = useQuery(twoStepQuery)
  const client = useQueryClient()
  const [doing, setDoing] = useState<Doing>(null)
  const done = () => {
    setDoing(null)
    void client.invalidateQueries({ queryKey: twoStepQuery.queryKey })
    void client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey })
  }
  return (
    <section className={staff.part} aria-labelledby="two-step">
      <h2 id="two-step" className={styles.title}>
        {t('两步验证', 'Two-step login')}
        {state.data !== undefined && state.data.since !== null && <Chip tone="good">{t('已启用', 'On')}</Chip>}
      </h2>
      {state.error !== null && <Alert type="error" title={wordsFor(state.error)} />}
      {state.isPending && <Skeleton active />}
      {state.data !== undefined &&
        (doing === 'enrol' ? (
          <EnrolSteps onDone={done} onBack={() => setDoing(null)} />
        ) : state.data.since === null ? (
          <>
            <p className={styles.soft}>
              {t(
                '启用后，登录时除密码外，还要输入手机应用中每 30 秒更换一次的验证码。即使密码泄露，别人也无法登录。',
                'Besides the password, the login then asks for a code of an app on your phone.',
              )}
            </p>
            <Button type="primary" onClick={() => setDoing('enrol')}>
              {t('启用两步验证', 'Turn on two-step login')}
            </Button>
          </>
        ) : (
          <TwoStepOn state={state.data} doing={doing} onDoing={setDoing} onDone={done} />
        ))}
    </section>
  )
}

interface OnProps {
  state: TwoStepState
  doing: Doing
  onDoing: (doing: Doing) => void
  onDone: () => void
}

function TwoStepOn({ state, doing, onDoing, onDone }: OnProps) {
  const { message } = App.useApp()
  const [codes, setCodes] = useState<string[] | null>(null)
  const { since, recoveryCodesLeft: left, required } = state
  if (codes !== null) {
    return (
      <RecoveryCodes
        codes={codes}
        onKept={() => {
          setCodes(null)
          onDone()
        }}
      />
    )
  }
  return (
    <>
      <p className={styles.soft}>
        {since !== null && t(`${dateWords(Date.parse(since))} 启用`, `On since ${since.slice(0, 10)}`)} ·{' '}
        {t(`还有 ${left} 个恢复码可用`, `${left} recovery codes left`)}
      </p>
      {left < 3 && (
        <Alert
          type="warning"
          title={t('恢复码即将用完，请更换一组新的。', 'Few recovery codes are left: make new ones.')}
        />
      )}
      <div className={styles.row}>
        <Button onClick={() => onDoing('codes')}>{t('更换恢复码', 'New recovery codes')}</Button>
        {required ? (
          <span className={styles.soft}>{t('管理员必须启用，不能关闭。', 'Administrators have to keep it on.')}</span>
        ) : (
          <Button danger onClick={() => onDoing('off')}>
            {t('关闭两步验证', 'Turn off')}
          </Button>
        )}
      </div>
      {doing === 'codes' && (
        <ProveDialog
          title={t('更换恢复码', 'New recovery codes')}
          text={t('生成十个新的恢复码，原有的立即失效。', 'Ten new codes replace all earlier ones.')}
          yes={t('更换恢复码', 'Make new codes')}
          run={(body) => call('POST /api/admin/me/two-step/recovery-codes', { body })}
          onDone={({ recoveryCodes }) => {
            onDoing(null)
            setCodes(recoveryCodes)
          }}
          onClose={() => onDoing(null)}
        />
      )}
      {doing === 'off' && (
        <ProveDialog
          title={t('关闭两步验证', 'Turn two-step login off')}
          text={t('关闭后，登录只需要密码；恢复码全部失效。', 'The login then asks for the password only.')}
          yes={t('关闭两步验证', 'Turn off')}
          danger
          run={(body) => call('POST /api/admin/me/two-step/off', { body })}
          onDone={() => {
            message.success(t('两步验证已关闭', 'Two-step login is off'))
            onDone()
          }}
          onClose={() => onDoing(null)}
        />
      )}
    </>
  )
}

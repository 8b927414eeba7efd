import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { NoticeKind } from '../../../../shared/domain/notice'
import { TEMPLATE_OF_NOTICE } from '../../../../shared/domain/topics'
import { wordsFor } from '../../api/errors'
import { t } from '../../ui/language'
import { BindDialog } from '../binding/BindDialog'
import { bindingQuery } from '../binding/queries'
import { TestOutcome } from './TestOutcome'
import { isOpenTest } from './testWords'
import { useTestFirst } from './useTestFirst'
import styles from './SendToMe.module.css'

interface SendToMeProps {
  kind: NoticeKind
  /** Null: not saved yet, so there is nothing that the card could open. */
  articleId: string | null
  values: Record<string, string>
  /** Whether WeChat would take every value. */
  isFit: boolean
  /** What the phone cannot show yet, such as an article that is not public. */
  caution?: string
}

/** The very words to the own phone, before they go to members: in no audience, in no figure. */
export function SendToMe({ kind, articleId, values, isFit, caution }: SendToMeProps) {
  const [isBinding, setIsBinding] = useState(false)
  const { test, send, giveUp, settle, error } = useTestFirst(kind)
  const [isWatching, setIsWatching] = useState(false)
  const binding = useQuery(bindingQuery(isWatching))
  const own = binding.data
  const left = own?.grants.find((grant) => grant.kind === TEMPLATE_OF_NOTICE[kind])?.remaining ?? 0
  const isBound = own !== undefined && own.since !== null
  const lacksGrant = isBound && left === 0
  // Whoever goes for the phone to allow one more finds the button ready when they look up.
  if (isWatching !== lacksGrant) setIsWatching(lacksGrant)
  const isBusy = send.isPending || (test !== null && isOpenTest(test))

  return (
    <section className={styles.part} aria-labelledby="send-to-me">
      <h3 id="send-to-me" className={styles.title}>
        {t('先发给我自己', 'Send to me first')}
      </h3>
      {binding.error !== null && <Alert type="error" title={wordsFor(binding.error)} />}
      {own !== undefined && !isBound && (
        <>
          <p className={styles.soft}>
            {t(
              '绑定您的微信后，可以先在自己手机上看到这条通知。',
              'Bind your WeChat to see this notice on your own phone first.',
            )}
          </p>
          <Button onClick={() => setIsBinding(true)}>{t('绑定我的微信', 'Bind my WeChat')}</Button>
        </>
      )}
      {isBound && (
        <>
          <p className={styles.soft}>
            {lacksGrant
              ? t(
                  '您的微信没有这类通知的剩余次数。请在手机上打开小程序的“提醒”，点一次“允许”，这里会自动更新。',
                  'Your WeChat has no grant left for this kind. Open the bell tab of the mini-program and allow once; this page follows by itself.',
                )
              : t(
                  `只发到您绑定的微信，不计入会员和统计；您还可以收 ${left} 条。`,
                  `Only to your bound WeChat, counted nowhere; you can get ${left} more.`,
                )}
          </p>
          {caution !== undefined && <p className={styles.soft}>{caution}</p>}
          <Button
            disabled={!isFit || lacksGrant || isBusy || articleId === null}
            loading={send.isPending}
            onClick={() => articleId !== null && send.mutate({ articleId, values })}
          >
            {t('先发给我自己', 'Send to me first')}
          </Button>
          {!isFit && (
            <p className={styles.soft}>{t('先改好标出的内容，才能发送。', 'Mend the marked fields first.')}</p>
          )}
          {articleId === null && (
            <p className={styles.soft}>{t('先保存文章，才能发送。', 'Save the article first.')}</p>
          )}
        </>
      )}
      <div aria-live="polite">
        {error !== null && <Alert type="error" title={wordsFor(error)} />}
        {error === null && test !== null && (
          <TestOutcome
            test={test}
            isWorking={giveUp.isPending || settle.isPending}
            onGiveUp={() => giveUp.mutate(test.id)}
            onSettle={(arrived) => settle.mutate({ testId: test.id, arrived })}
          />
        )}
      </div>
      {isBinding && <BindDialog before={own?.since ?? null} onClose={() => setIsBinding(false)} />}
    </section>
  )
}

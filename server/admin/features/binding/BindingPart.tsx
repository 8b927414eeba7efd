import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { Chip } from '../../ui/Chip'
import { dateWords } from '../../ui/dates'
import { t } from '../../ui/language'
import staff from '../staff/Staff.module.css'
import { BindDialog } from './BindDialog'
import { GrantsLeft } from './GrantsLeft'
import { bindingQuery } from './queries'
import styles from './Binding.module.css'

/** The own WeChat on the account page: bound, how much it can still get, and unbound. */
export function BindingPart() {
  const binding = useQuery(bindingQuery())
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const [isBinding, setIsBinding] = useState(false)
  const unbind = useMutation({
    mutationFn: () => call('DELETE /api/admin/me/binding', {}),
    onSuccess: (now) => {
      client.setQueryData(bindingQuery().queryKey, now)
      message.success(t('已解除绑定', 'Unbound'))
    },
    onError: (error) => void message.error(wordsFor(error)),
  })
  const since = binding.data?.since ?? null
  const ask = () =>
    void modal.confirm({
      title: t('解除微信绑定？', 'Unbind your WeChat?'),
      content: t(
        '解除后不能再“先发给我自己”，尚未发出的测试不再发送。可以随时重新绑定。',
        'You can no longer send notices to yourself first; tests that have not gone out are not sent. You can bind again at any time.',
      ),
      okText: t('解除绑定', 'Unbind'),
      okButtonProps: { danger: true },
      cancelText: t('返回', 'Back'),
      scrollLock: false,
      onOk: () =>
        unbind.mutateAsync().then(
          () => undefined,
          () => undefined,
        ),
    })
  return (
    <section className={staff.part} aria-labelledby="own-wechat">
      <h2 id="own-wechat" className={styles.title}>
        {t('我的微信', 'My WeChat')}
        {since !== null && <Chip tone="good">{t('已绑定', 'Bound')}</Chip>}
      </h2>
      {binding.error !== null && <Alert type="error" title={wordsFor(binding.error)} />}
      {binding.isPending && <Skeleton active />}
      {binding.data !== undefined && (
        <>
          <p className={styles.soft}>
            {since === null
              ? t(
                  '绑定后，可以在发通知之前先发给自己，在手机上核对。系统不显示、不导出您的微信标识。',
                  'Once bound, you can send a notice to yourself first and check it on your phone. Nobody is shown your WeChat identity.',
                )
              : t(`${dateWords(Date.parse(since))} 绑定`, `Bound on ${since.slice(0, 10)}`)}
          </p>
          {since !== null && <GrantsLeft grants={binding.data.grants} />}
          <div className={styles.row}>
            <Button type={since === null ? 'primary' : 'default'} onClick={() => setIsBinding(true)}>
              {since === null ? t('绑定我的微信', 'Bind my WeChat') : t('换绑其他微信', 'Bind another WeChat')}
            </Button>
            {since !== null && (
              <Button danger loading={unbind.isPending} onClick={ask}>
                {t('解除绑定', 'Unbind')}
              </Button>
            )}
          </div>
        </>
      )}
      {isBinding && <BindDialog before={since} onClose={() => setIsBinding(false)} />}
    </section>
  )
}

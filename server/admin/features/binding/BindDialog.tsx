import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Modal, Spin } from 'antd'
import { useEffect, useState } from 'react'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { t } from '../../ui/language'
import { CodeToScan } from './CodeToScan'
import { bindingQuery } from './queries'
import styles from './Binding.module.css'

interface BindDialogProps {
  /** What was bound when this opened; another one since then is the news that is waited for. */
  before: string | null
  onClose: () => void
}

/** A code to scan with the own phone; says at once when the phone has confirmed. */
export function BindDialog({ before, onClose }: BindDialogProps) {
  const [was] = useState(before)
  const binding = useQuery(bindingQuery(true))
  const { data, error, isPending, mutate } = useMutation({
    mutationFn: () => call('POST /api/admin/me/binding/code', {}),
  })
  useEffect(() => mutate(), [mutate])
  const isBound = binding.data !== undefined && binding.data.since !== null && binding.data.since !== was
  return (
    <Modal
      open
      scrollLock={false}
      width={440}
      title={t('绑定我的微信', 'Bind my WeChat')}
      mask={{ closable: false }}
      footer={
        <Button type={isBound ? 'primary' : 'default'} onClick={onClose}>
          {isBound ? t('完成', 'Done') : t('返回', 'Back')}
        </Button>
      }
      onCancel={onClose}
    >
      <div className={styles.dialog}>
        {isBound ? (
          <Alert
            type="success"
            showIcon
            role="status"
            title={t('已绑定您的微信', 'Your WeChat is bound')}
            description={t(
              '请在手机上继续点“允许接收测试通知”：微信规定，每允许一次才能发一条。',
              'Go on with the bell button on the phone: WeChat lets one notice be sent for each permission.',
            )}
          />
        ) : (
          <>
            <p>
              {t(
                '用微信“扫一扫”扫描，在打开的小程序中核对姓名并点“确认绑定”。',
                'Scan this with WeChat, check the name in the mini-program and confirm there.',
              )}
            </p>
            {error !== null && (
              <Alert
                type="error"
                title={wordsFor(error)}
                action={<Button onClick={() => mutate()}>{t('重试', 'Try again')}</Button>}
              />
            )}
            {isPending && (
              <div className={styles.code}>
                <Spin />
              </div>
            )}
            {data !== undefined && !isPending && <CodeToScan code={data} onAnother={() => mutate()} />}
          </>
        )}
      </div>
    </Modal>
  )
}

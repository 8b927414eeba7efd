import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Input, Modal } from 'antd'
import { useState } from 'react'
import type { StaffDelivery } from '../../../../shared/contract'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { Field } from '../../ui/Field'
import { memberName } from './memberName'
import { fieldWords } from '../../ui/words'
import { t } from '../../ui/language'
import styles from './Notice.module.css'

export interface Settling {
  delivery: StaffDelivery
  outcome: 'sent' | 'failed'
}

const NOTE_MAX = 200

const WORDS = {
  sent: {
    title: { zh: '认定已送达', en: 'Settle as delivered' },
    text: {
      zh: '这位会员将记为已收到，不会再收到这条通知；用去的一次提醒不退回。',
      en: 'This member counts as told and will not get this notice again; the grant is not given back.',
    },
  },
  failed: {
    title: { zh: '认定未送达', en: 'Settle as not delivered' },
    text: {
      zh: '这位会员将记为没有收到，用去的一次提醒不退回。系统不会自动重发；会员再次允许提醒后，可以“发送给仍可接收的会员”。',
      en: 'This member counts as not told; the grant is not given back. Nothing is sent again by itself; once the member grants again you can “Send to members who can still get it”.',
    },
  },
} as const

/** Staff settle a delivery whose outcome nobody knows; why they think so is kept in the log. */
export function SettleDialog({ settling, onClose }: { settling: Settling; onClose: () => void }) {
  const { delivery, outcome } = settling
  const client = useQueryClient()
  const { message } = App.useApp()
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const settle = useMutation({
    mutationFn: () =>
      call('POST /api/admin/deliveries/{id}/settle', {
        params: { id: delivery.id },
        body: { outcome, note: note.trim() },
      }),
    onSuccess: () => {
      message.success(t('已认定', 'Settled'))
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['notices'] }),
  })
  const submit = () => {
    if (note.trim() === '') setMissing(true)
    else settle.mutate()
  }
  return (
    <Modal
      open
      scrollLock={false}
      title={`${t(WORDS[outcome].title)}：${memberName(delivery.memberId)}`}
      okText={t(WORDS[outcome].title)}
      cancelText={t('返回', 'Back')}
      confirmLoading={settle.isPending}
      mask={{ closable: false }}
      onCancel={onClose}
      onOk={submit}
    >
      <div className={styles.form}>
        <p>{t(WORDS[outcome].text)}</p>
        {settle.error !== null && <Alert type="error" title={wordsFor(settle.error)} />}
        <Field
          label={t('认定依据', 'How do you know')}
          hint={t(
            '会记入操作日志，如“已电话核实，会员收到了通知”。',
            'Goes into the audit log, e.g. “asked by telephone, the member got it”.',
          )}
          extra={`${note.length}/${NOTE_MAX}`}
          error={missing && note.trim() === '' ? fieldWords('required') : undefined}
        >
          {(control) => (
            <Input.TextArea
              {...control}
              rows={2}
              maxLength={NOTE_MAX}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}

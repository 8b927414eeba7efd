import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Input, Modal } from 'antd'
import { useState } from 'react'
import type { StaffDelivery } from '../../../../shared/contract'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { Field } from '../../ui/Field'
import { memberName } from './memberName'
import { fieldWords } from '../../ui/words'
import styles from './Notice.module.css'

export interface Settling {
  delivery: StaffDelivery
  outcome: 'sent' | 'failed'
}

const NOTE_MAX = 200

const WORDS = {
  sent: { title: '认定已送达', text: '这位会员将记为已收到，不会再收到这条通知；用去的一次提醒不退回。' },
  failed: {
    title: '认定未送达',
    text: '这位会员将记为没有收到，用去的一次提醒不退回。系统不会自动重发；会员再次允许提醒后，可以“发送给仍可接收的会员”。',
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
      message.success('已认定')
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
      title={`${WORDS[outcome].title}：${memberName(delivery.memberId)}`}
      okText={WORDS[outcome].title}
      cancelText="返回"
      confirmLoading={settle.isPending}
      mask={{ closable: false }}
      onCancel={onClose}
      onOk={submit}
    >
      <div className={styles.form}>
        <p>{WORDS[outcome].text}</p>
        {settle.error !== null && <Alert type="error" title={wordsFor(settle.error)} />}
        <Field
          label="认定依据"
          hint="会记入操作日志，如“已电话核实，会员收到了通知”。"
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

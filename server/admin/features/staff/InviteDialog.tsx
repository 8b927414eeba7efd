import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input, Modal } from 'antd'
import { useState, type FormEvent } from 'react'
import type { StaffRole } from '../../../../shared/contract'
import { STAFF_ROLES } from '../../../../shared/phrases'
import { call } from '../../api/call'
import { ApiError, wordsFor } from '../../api/errors'
import { Choice } from '../../ui/Choice'
import { Field } from '../../ui/Field'
import { OneTimeLinkBox } from './OneTimeLinkBox'
import { peopleQuery } from './queries'
import { ROLE_HINTS, ROLES } from './staffQuestions'
import { fieldWords } from '../../ui/words'
import styles from './Staff.module.css'

function InviteForm() {
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [role, setRole] = useState<StaffRole>('writer')
  const [missing, setMissing] = useState<string>()
  const invite = useMutation({
    mutationFn: () => call('POST /api/admin/staff/invitations', { body: { name: name.trim(), role } }),
    onSuccess: () => client.invalidateQueries({ queryKey: peopleQuery.queryKey }),
  })
  const fields = invite.error instanceof ApiError ? invite.error.fields : {}
  if (invite.data !== undefined) return <OneTimeLinkBox link={invite.data} />

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const empty = name.trim() === ''
    setMissing(empty ? fieldWords('required') : undefined)
    if (!empty) invite.mutate()
  }
  return (
    <form className={styles.dialog} onSubmit={submit} noValidate>
      {invite.error !== null && <Alert type="error" title={wordsFor(invite.error)} />}
      <Field label="姓名" hint="显示在文章保存人和操作日志中。" error={missing ?? fields.name}>
        {(control) => (
          <Input {...control} autoFocus maxLength={30} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label="角色" hint={ROLE_HINTS[role]}>
        {({ status: _status, ...control }) => (
          <Choice
            {...control}
            value={role}
            onChange={(value) => setRole(ROLES.find((entry) => entry === value) ?? 'writer')}
          >
            {ROLES.map((entry) => (
              <option key={entry} value={entry}>
                {STAFF_ROLES[entry].zh}
              </option>
            ))}
          </Choice>
        )}
      </Field>
      <Button type="primary" htmlType="submit" loading={invite.isPending}>
        生成邀请链接
      </Button>
    </form>
  )
}

/** Name and role, and then the link; account and password are for the invited to choose. */
export function InviteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Modal
      scrollLock={false}
      title="邀请工作人员"
      open={open}
      footer={null}
      width={480}
      mask={{ closable: false }}
      destroyOnHidden
      onCancel={onClose}
    >
      <InviteForm />
    </Modal>
  )
}

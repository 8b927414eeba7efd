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
import { t } from '../../ui/language'
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
      <Field
        label={t('姓名', 'Name')}
        hint={t('显示在文章保存人和操作日志中。', 'Shown with saved articles and in the audit log.')}
        error={missing ?? fields.name}
      >
        {(control) => (
          <Input {...control} autoFocus maxLength={30} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label={t('角色', 'Role')} hint={t(ROLE_HINTS[role])}>
        {({ status: _status, ...control }) => (
          <Choice
            {...control}
            value={role}
            onChange={(value) => setRole(ROLES.find((entry) => entry === value) ?? 'writer')}
          >
            {ROLES.map((entry) => (
              <option key={entry} value={entry}>
                {t(STAFF_ROLES[entry])}
              </option>
            ))}
          </Choice>
        )}
      </Field>
      <Button type="primary" htmlType="submit" loading={invite.isPending}>
        {t('生成邀请链接', 'Make an invitation link')}
      </Button>
    </form>
  )
}

/** Name and role, and then the link; account and password are for the invited to choose. */
export function InviteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Modal
      scrollLock={false}
      title={t('邀请工作人员', 'Invite a colleague')}
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

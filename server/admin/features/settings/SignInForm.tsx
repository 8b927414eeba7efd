import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Switch } from 'antd'
import { useId, useState } from 'react'
import type { SignInSettings } from '../../../../shared/contract'
import { call } from '../../api/call'
import { isCode, wordsFor } from '../../api/errors'
import { Field } from '../../ui/Field'
import { t } from '../../ui/language'
import { SettingsForm } from '../../ui/SettingsForm'
import { fieldWords } from '../../ui/words'
import styles from './NoticeSettings.module.css'
import { signInQuery } from './signInQueries'

/** What the house asks of everybody who logs in. */
export function SignInForm({ settings, mayChange }: { settings: SignInSettings; mayChange: boolean }) {
  const [must, setMust] = useState(settings.administratorsTwoStep)
  const [password, setPassword] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const client = useQueryClient()
  const { message } = App.useApp()
  const noteId = useId()
  const save = useMutation({
    mutationFn: () => call('PUT /api/admin/settings/sign-in', { body: { administratorsTwoStep: must, password } }),
    onSuccess: (kept) => {
      client.setQueryData(signInQuery.queryKey, kept)
      setPassword('')
      message.success(t('登录设置已保存', 'Saved'))
    },
  })
  const isWrong = isCode(save.error, 'password_wrong')
  const problem = isMissing ? fieldWords('required') : isWrong ? wordsFor(save.error) : undefined
  const isSame = must === settings.administratorsTwoStep
  const submit = () => {
    setIsMissing(password === '')
    if (password !== '') save.mutate()
  }
  return (
    <SettingsForm
      name={t('登录设置', 'Login')}
      className={styles.form}
      mayChange={mayChange}
      problem={save.error === null || isWrong ? undefined : wordsFor(save.error)}
      saving={save.isPending}
      save={null}
      onSave={submit}
    >
      <section className={styles.part}>
        <div className={styles.line}>
          <h2 className={styles.heading}>{t('管理员必须启用两步验证', 'Administrators log in with two steps')}</h2>
          <Switch
            aria-label={t('管理员必须启用两步验证', 'Administrators log in with two steps')}
            aria-describedby={noteId}
            checked={must}
            disabled={!mayChange}
            onChange={setMust}
          />
        </div>
        <p id={noteId} className={styles.soft}>
          {t(
            '打开后，尚未启用的管理员登录时须先完成启用，才能进行其他操作。请先为您自己的账号启用。',
            'Administrators without it have to set it up before anything else. Set up your own first.',
          )}
        </p>
        {mayChange && !isSame && (
          <>
            <Field label={t('登录密码', 'Your password')} error={problem}>
              {(control) => (
                <Input.Password
                  {...control}
                  autoComplete="current-password"
                  value={password}
                  onChange={(event) => setPassword(event.target.value)}
                />
              )}
            </Field>
            <div>
              <Button type="primary" htmlType="submit" loading={save.isPending}>
                {t('保存', 'Save')}
              </Button>
            </div>
          </>
        )}
      </section>
    </SettingsForm>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useState } from 'react'
import type { OrganisationSettings, OrganisationValues } from '../../../../shared/contract'
import type { Phrase } from '../../../../shared/phrases'
import { call } from '../../api/call'
import { ApiError, wordsFor, type FieldErrors } from '../../api/errors'
import { siteQuery } from '../../api/site'
import { Field } from '../../ui/Field'
import { t } from '../../ui/language'
import { SettingsForm } from '../../ui/SettingsForm'
import { fieldWords } from '../../ui/words'
import { BackToConfigured } from './BackToConfigured'
import styles from './House.module.css'
import { OrganisationPreview } from './OrganisationPreview'
import { organisationQuery } from './queries'

type Key = keyof OrganisationValues

/** With the contract's bounds. */
const FIELDS: { key: Key; name: Phrase; max: number; hint: Phrase; needed?: true }[] = [
  {
    key: 'name',
    name: { zh: '全称', en: 'Name' },
    max: 40,
    hint: { zh: '显示在联系方式、关于页面和网页标题中。', en: 'On the contact card and the page about us.' },
    needed: true,
  },
  {
    key: 'shortName',
    name: { zh: '简称', en: 'Short name' },
    max: 12,
    hint: { zh: '显示在后台左上角和通知卡片中。', en: 'At the top of this admin.' },
    needed: true,
  },
  {
    key: 'welcome',
    name: { zh: '欢迎语', en: 'Welcome' },
    max: 60,
    hint: { zh: '显示在首页顶部。', en: 'At the top of the first screen.' },
  },
  {
    key: 'motto',
    name: { zh: '宗旨', en: 'Motto' },
    max: 60,
    hint: { zh: '显示在欢迎语下方。', en: 'Below the welcome.' },
  },
  {
    key: 'copyright',
    name: { zh: '页脚版权', en: 'Footer' },
    max: 60,
    hint: { zh: '显示在首页和网页底部。', en: 'At the foot of pages.' },
  },
  {
    key: 'support',
    name: { zh: '技术支持', en: 'Technical support' },
    max: 40,
    hint: { zh: '显示在关于页面，可留空。', en: 'On the page about us; may be empty.' },
  },
  {
    key: 'icp',
    name: { zh: '备案号', en: 'ICP number' },
    max: 40,
    hint: { zh: '如“粤ICP备00000000号”，须与工信部备案一致。', en: 'As filed with the ministry.' },
  },
]

export function OrganisationForm({ settings, mayChange }: { settings: OrganisationSettings; mayChange: boolean }) {
  const [values, setValues] = useState(settings.values)
  const client = useQueryClient()
  const { message } = App.useApp()
  const save = useMutation({
    mutationFn: () => call('PUT /api/admin/settings/organisation', { body: values }),
    onSuccess: (kept) => {
      client.setQueryData(organisationQuery.queryKey, kept)
      setValues(kept.values)
      void client.invalidateQueries({ queryKey: siteQuery.queryKey })
      message.success(t('机构资料已保存，会员端已更新', 'Saved; members see it now'))
    },
  })
  const refused: FieldErrors = save.error instanceof ApiError ? save.error.fields : {}
  const problemOf = (key: Key, max: number, needed: boolean): string | undefined => {
    const length = values[key].trim().length
    if (needed && length === 0) return fieldWords('required')
    if (length > max) return fieldWords('too_long', { limit: max })
    return refused[key]
  }
  const isWrong = FIELDS.some(({ key, max, needed = false }) => {
    const length = values[key].trim().length
    return (needed && length === 0) || length > max
  })
  const isSame = JSON.stringify(values) === JSON.stringify(settings.values)

  return (
    <div className={styles.page}>
      <SettingsForm
        name={t('机构资料', 'Organisation')}
        className={styles.form}
        mayChange={mayChange}
        problem={save.error === null ? undefined : wordsFor(save.error)}
        saving={save.isPending}
        still={isSame}
        onSave={() => {
          if (!isWrong) save.mutate()
        }}
      >
        <section className={styles.part}>
          {FIELDS.map(({ key, name, max, hint, needed = false }) => (
            <Field
              key={key}
              label={t(name)}
              optional={!needed}
              hint={t(hint)}
              error={problemOf(key, max, needed)}
              extra={
                mayChange && (
                  <BackToConfigured
                    name={t(name)}
                    isSame={values[key] === settings.configured[key]}
                    onBack={() => setValues({ ...values, [key]: settings.configured[key] })}
                  />
                )
              }
            >
              {(control) => (
                <Input
                  {...control}
                  disabled={!mayChange}
                  value={values[key]}
                  onChange={(event) => setValues({ ...values, [key]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </section>
      </SettingsForm>
      <OrganisationPreview values={values} />
    </div>
  )
}

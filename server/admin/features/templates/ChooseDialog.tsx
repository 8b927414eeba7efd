import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { TemplateSettings, WechatTemplate } from '../../../../shared/contract'
import { FIELD_SOURCES, type FieldSource } from '../../../../shared/domain/noticeDraft'
import { fieldChoiceProblem } from '../../../../shared/domain/templateChoice'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { siteQuery } from '../../api/site'
import { Choice } from '../../ui/Choice'
import { Field } from '../../ui/Field'
import { t } from '../../ui/language'
import styles from '../house/House.module.css'
import { templatesQuery } from './queries'
import { KIND_NAMES, problemWords, SOURCE_NAMES } from './words'

interface ChooseDialogProps {
  entry: TemplateSettings['kinds'][number]
  listed: WechatTemplate[]
  onClose: () => void
}

interface Filled {
  source: FieldSource
  text: string
}

/** Whatever fits the kind of field best; staff choose otherwise. */
const proposed = (key: string): Filled => ({
  source: FIELD_SOURCES.find((source) => fieldChoiceProblem({ key, source }) === null) ?? 'text',
  text: '',
})

/** A template of the account, and what goes into each of its fields, checked while it is chosen. */
export function ChooseDialog({ entry, listed, onClose }: ChooseDialogProps) {
  const { kind, now } = entry
  const client = useQueryClient()
  const { message } = App.useApp()
  const [id, setId] = useState(now.id)
  const [filled, setFilled] = useState<Record<string, Filled>>(() =>
    Object.fromEntries(now.fields.map(({ key, source, text = '' }) => [`${now.id}/${key}`, { source, text }])),
  )
  const template = listed.find((one) => one.id === id)
  const valueOf = (key: string) => filled[`${id}/${key}`] ?? proposed(key)
  const set = (key: string, part: Partial<Filled>) =>
    setFilled({ ...filled, [`${id}/${key}`]: { ...valueOf(key), ...part } })
  const fields = (template?.fields ?? []).map((field) => {
    const value = valueOf(field.key)
    return { ...field, ...value, problem: fieldChoiceProblem({ ...field, ...value }) }
  })
  const save = useMutation({
    mutationFn: () =>
      call('PUT /api/admin/settings/templates', {
        body: {
          kind,
          choice: { templateId: id, fields: fields.map(({ key, source, text }) => ({ key, source, text })) },
        },
      }),
    onSuccess: (kept) => {
      client.setQueryData(templatesQuery.queryKey, kept)
      void client.invalidateQueries({ queryKey: siteQuery.queryKey })
      message.success(t('模板已更换', 'Saved'))
      onClose()
    },
  })
  const isWrong = template === undefined || template.longTerm || fields.some(({ problem }) => problem !== null)

  return (
    <Modal
      scrollLock={false}
      open
      width={560}
      footer={null}
      title={t(`${KIND_NAMES[kind].zh}：更换模板`, `${KIND_NAMES[kind].en}: choose a template`)}
      onCancel={onClose}
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isWrong) save.mutate()
        }}
      >
        {save.error !== null && <Alert type="error" title={wordsFor(save.error)} />}
        <Field
          label={t('模板', 'Template')}
          error={
            template === undefined
              ? t('微信账号中没有现在的模板，请选择一个。', 'Choose a template that the account has.')
              : template.longTerm
                ? t('这是长期订阅模板，不能使用，请选择一次性订阅的模板。', 'Long-term templates cannot be used.')
                : undefined
          }
        >
          {({ status: _status, ...control }) => (
            <Choice {...control} value={template === undefined ? '' : id} onChange={setId}>
              {template === undefined && <option value="">{t('请选择', 'Choose')}</option>}
              {listed.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}（{one.id.slice(0, 20)}）
                </option>
              ))}
            </Choice>
          )}
        </Field>
        {fields.map(({ key, label, source, text, problem }) => (
          <div key={`${id}/${key}`} className={styles.pair}>
            <Field
              label={`${label}（${key}）`}
              error={
                problem !== null && (source !== 'text' || problem.code === 'field_type_unknown')
                  ? problemWords(problem)
                  : undefined
              }
            >
              {({ status: _status, ...control }) => (
                <Choice
                  {...control}
                  value={source}
                  onChange={(next) => set(key, { source: FIELD_SOURCES.find((one) => one === next) ?? 'text' })}
                >
                  {FIELD_SOURCES.map((one) => (
                    <option key={one} value={one}>
                      {t(SOURCE_NAMES[one])}
                    </option>
                  ))}
                </Choice>
              )}
            </Field>
            <Field
              label={
                source === 'text'
                  ? t(`${label}的文字`, `Words of ${label}`)
                  : t(`${label}为空时`, `If ${label} is empty`)
              }
              optional={source !== 'text'}
              error={
                source === 'text' && problem !== null && problem.code !== 'field_type_unknown'
                  ? problemWords(problem)
                  : undefined
              }
            >
              {(control) => (
                <Input
                  {...control}
                  maxLength={64}
                  value={text}
                  onChange={(event) => set(key, { text: event.target.value })}
                />
              )}
            </Field>
          </div>
        ))}
        {id !== now.id && (
          <Alert
            type="warning"
            title={t(
              '微信按模板计次：更换后，会员需要在小程序中重新允许，才能收到这种通知。原有的剩余次数不会转移。',
              'WeChat counts by template: members have to allow the new one before they get this kind of notice.',
            )}
          />
        )}
        <div className={styles.buttons}>
          <Button type="primary" htmlType="submit" loading={save.isPending} disabled={isWrong}>
            {t('保存', 'Save')}
          </Button>
          <Button onClick={onClose}>{t('返回', 'Back')}</Button>
        </div>
      </form>
    </Modal>
  )
}

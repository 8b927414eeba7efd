import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { TemplateSettings, WechatTemplate } from '../../../../shared/contract'
import { compareTemplate } from '../../../../shared/domain/templateChoice'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { siteQuery } from '../../api/site'
import { Chip } from '../../ui/Chip'
import { t } from '../../ui/language'
import styles from '../house/House.module.css'
import { templatesQuery } from './queries'
import { KIND_NAMES, SOURCE_NAMES, stateWords } from './words'

interface TemplateKindPartProps {
  entry: TemplateSettings['kinds'][number]
  /** What WeChat has; undefined while it is not known. */
  listed: WechatTemplate[] | undefined
  mayChange: boolean
  onChoose: () => void
}

/** One kind of notice: its template, what goes into each field, and whether WeChat has it so. */
export function TemplateKindPart({ entry, listed, mayChange, onChoose }: TemplateKindPartProps) {
  const { kind, now, isChosen } = entry
  const client = useQueryClient()
  const { message } = App.useApp()
  const back = useMutation({
    mutationFn: () => call('PUT /api/admin/settings/templates', { body: { kind, choice: null } }),
    onSuccess: (kept) => {
      client.setQueryData(templatesQuery.queryKey, kept)
      void client.invalidateQueries({ queryKey: siteQuery.queryKey })
      message.success(t('已恢复配置的模板', 'The configured template is back'))
    },
    onError: (error) => void message.error(wordsFor(error)),
  })
  const state = listed === undefined ? null : compareTemplate(now, listed)
  return (
    <section className={styles.part} aria-label={t(KIND_NAMES[kind])}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t(KIND_NAMES[kind])}</h2>
        {state !== null && <Chip tone={state.state === 'same' ? 'good' : 'bad'}>{stateWords(state)}</Chip>}
      </div>
      <p>
        {now.title} <span className={styles.soft}>{now.id}</span>
      </p>
      <ul className={styles.list}>
        {now.fields.map(({ key, label, source, text }) => (
          <li key={key}>
            {label} <span className={styles.soft}>{key}</span> ← {t(SOURCE_NAMES[source])}
            {text !== undefined && text !== '' && <span className={styles.soft}>（{text}）</span>}
          </li>
        ))}
      </ul>
      {mayChange && (
        <div className={styles.buttons}>
          <Button
            disabled={listed === undefined}
            aria-label={t(`${KIND_NAMES[kind].zh}：更换模板`, `${KIND_NAMES[kind].en}: choose`)}
            onClick={onChoose}
          >
            {t('更换模板', 'Choose another')}
          </Button>
          {isChosen && (
            <Button loading={back.isPending} onClick={() => back.mutate()}>
              {t('恢复配置的模板', 'Back to the configured one')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

import { Input } from 'antd'
import { Field } from '../../ui/Field'
import { counterOf, type NoticeTemplate } from './noticeValues'
import { Proposals } from './Proposals'
import type { NoticeWords } from './useNoticeDraft'
import styles from './Notice.module.css'

interface NoticeFormProps {
  template: NoticeTemplate
  draft: NoticeWords
  /** What the server said of the values, by key. */
  refused: Record<string, string>
}

/** The template's values, each checked as one types against what WeChat takes. */
export function NoticeForm({ template, draft, refused }: NoticeFormProps) {
  return (
    <div className={styles.form}>
      {template.fields.map((field) => {
        const value = draft.values[field.key] ?? ''
        return (
          <div key={field.key} className={styles.value}>
            <Field
              label={field.label}
              extra={counterOf(field, value)}
              error={draft.problems[field.key] ?? refused[field.key]}
            >
              {(control) => (
                <Input {...control} value={value} onChange={(event) => draft.setValue(field.key, event.target.value)} />
              )}
            </Field>
            <Proposals
              label={field.label}
              proposals={draft.proposals[field.key] ?? []}
              onUse={(proposal) => draft.setValue(field.key, proposal)}
            />
          </div>
        )
      })}
    </div>
  )
}

import { Drawer } from 'antd'
import { formatDateTime, formatPeriod } from '../../../../shared/domain/time'
import { RichTextView } from '../../ui/richtext/RichTextView'
import type { ArticleForm } from './articleForm'
import styles from './PhonePreview.module.css'

interface PhonePreviewProps {
  open: boolean
  form: ArticleForm
  holdsEvents: boolean
  onClose: () => void
}

/** The article about as a phone shows it, following what is typed: enough to judge length, breaks and pictures. */
export function PhonePreview({ open, form, holdsEvents, onClose }: PhonePreviewProps) {
  const { startsAt, endsAt, signupDeadline, venue } = form.event
  return (
    <Drawer title="手机预览" open={open} size={460} mask={false} onClose={onClose} destroyOnHidden>
      <article className={styles.phone} aria-label="手机预览">
        <h1 className={styles.title}>{form.title || '（未填写标题）'}</h1>
        <p className={styles.meta}>{form.publisher}</p>
        {holdsEvents && startsAt !== null && endsAt !== null && (
          <dl className={styles.event}>
            <dt>时间</dt>
            <dd>{formatPeriod(startsAt, endsAt)}</dd>
            <dt>地点</dt>
            <dd>{venue}</dd>
            {signupDeadline !== null && (
              <>
                <dt>报名截止</dt>
                <dd>{formatDateTime(signupDeadline)}</dd>
              </>
            )}
          </dl>
        )}
        <RichTextView html={form.bodyHtml} label="正文预览" />
      </article>
    </Drawer>
  )
}

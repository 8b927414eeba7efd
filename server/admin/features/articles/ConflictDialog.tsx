import { Button, Modal } from 'antd'
import type { StaffArticle } from '../../../../shared/contract'
import { formatTableTime } from '../../../../shared/domain/time'
import { RichTextView } from '../../ui/richtext/RichTextView'
import type { ArticleForm } from './articleForm'
import { t } from '../../ui/language'
import styles from './ConflictDialog.module.css'

interface ConflictDialogProps {
  mine: ArticleForm
  /** What the server has now; null while there is no conflict. */
  theirs: StaffArticle | null
  onChoose: (choice: 'mine' | 'theirs' | 'later') => void
}

function Side({ name, title, html }: { name: string; title: string; html: string }) {
  return (
    <section className={styles.side} aria-label={name}>
      <h3 className={styles.name}>{name}</h3>
      <div className={styles.sheet} tabIndex={0} role="group" aria-label={t(`${name}的内容`, `Content of ${name}`)}>
        <p className={styles.title}>{title}</p>
        <RichTextView html={html} label={name} />
      </div>
    </section>
  )
}

/** Two people saved the same article: both texts are shown, and neither is lost whatever is chosen. */
export function ConflictDialog({ mine, theirs, onChoose }: ConflictDialogProps) {
  return (
    <Modal
      scrollLock={false}
      title={t('文章已被他人保存过', 'Somebody else has saved this article')}
      open={theirs !== null}
      width={1040}
      mask={{ closable: false }}
      destroyOnHidden
      onCancel={() => onChoose('later')}
      footer={
        <div className={styles.buttons}>
          <Button onClick={() => onChoose('later')}>{t('先不处理', 'Not now')}</Button>
          <Button onClick={() => onChoose('theirs')}>{t('采用对方版本', 'Take theirs')}</Button>
          <Button type="primary" onClick={() => onChoose('mine')}>
            {t('保留我的修改', 'Keep mine')}
          </Button>
        </div>
      }
    >
      {theirs !== null && (
        <>
          <p className={styles.text}>
            {t(
              `${theirs.updatedBy} 于 ${formatTableTime(Date.parse(theirs.updatedAt))} 保存了这篇文章。请对照后选择；两个版本都会留在本机，可在文章设置的“留存的版本”中找回。`,
              `${theirs.updatedBy} saved this article at ${formatTableTime(Date.parse(theirs.updatedAt))}. Compare and choose; both versions are kept in this browser, under “Kept versions” in the article settings.`,
            )}
          </p>
          <div className={styles.sides}>
            <Side name={t('我的版本', 'My version')} title={mine.title} html={mine.bodyHtml} />
            <Side
              name={t(`${theirs.updatedBy} 的版本`, `Version of ${theirs.updatedBy}`)}
              title={theirs.title}
              html={theirs.bodyHtml}
            />
          </div>
        </>
      )}
    </Modal>
  )
}

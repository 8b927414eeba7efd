import { Button, Modal } from 'antd'
import { useState } from 'react'
import { formatTableTime } from '../../../../shared/domain/time'
import { RichTextView } from '../../ui/richtext/RichTextView'
import type { CopyReason, KeptCopy } from './recovery'
import { t } from '../../ui/language'
import type { Phrase } from '../../../../shared/phrases'
import styles from './SidePanel.module.css'

const NAMES: Record<CopyReason, Phrase> = {
  unsaved: { zh: '未保存的修改', en: 'Unsaved change' },
  mine: { zh: '我的修改', en: 'My change' },
  theirs: { zh: '对方的版本', en: 'Their version' },
}

interface KeptCopiesProps {
  copies: KeptCopy[]
  onRestore: (copy: KeptCopy) => void
  onForget: (copy: KeptCopy) => void
}

/** Texts put aside in this browser, to be looked at and taken back. */
export function KeptCopies({ copies, onRestore, onForget }: KeptCopiesProps) {
  const [shown, setShown] = useState<KeptCopy | null>(null)
  if (copies.length === 0) return null
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{t('留存的版本', 'Kept versions')}</h2>
      <ul className={styles.items}>
        {copies.map((copy) => (
          <li key={`${copy.keptAt}-${copy.reason}`} className={styles.item}>
            <span>
              {t(NAMES[copy.reason])} {formatTableTime(copy.keptAt)}
            </span>
            <Button size="small" onClick={() => setShown(copy)}>
              {t('查看', 'View')}
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles.soft}>
        {t('仅保存在这台电脑的浏览器中，30 天后清除。', 'Only in the browser of this computer; removed after 30 days.')}
      </p>
      <Modal
        scrollLock={false}
        title={shown === null ? '' : t(NAMES[shown.reason])}
        open={shown !== null}
        width={720}
        destroyOnHidden
        onCancel={() => setShown(null)}
        footer={[
          <Button
            key="forget"
            danger
            onClick={() => {
              if (shown !== null) onForget(shown)
              setShown(null)
            }}
          >
            {t('删除此版本', 'Delete this version')}
          </Button>,
          <Button
            key="restore"
            type="primary"
            onClick={() => {
              if (shown !== null) onRestore(shown)
              setShown(null)
            }}
          >
            {t('恢复此版本', 'Restore this version')}
          </Button>,
        ]}
      >
        {shown !== null && (
          <>
            <h3>{shown.form.title}</h3>
            <RichTextView html={shown.form.bodyHtml} label={t('留存的正文', 'Kept text')} />
          </>
        )}
      </Modal>
    </section>
  )
}

import { Button, Modal } from 'antd'
import { useState } from 'react'
import { formatTableTime } from '../../../../shared/domain/time'
import { RichTextView } from '../../ui/richtext/RichTextView'
import type { CopyReason, KeptCopy } from './recovery'
import styles from './SidePanel.module.css'

const NAMES: Record<CopyReason, string> = { unsaved: '未保存的修改', mine: '我的修改', theirs: '对方的版本' }

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
      <h2 className={styles.heading}>留存的版本</h2>
      <ul className={styles.items}>
        {copies.map((copy) => (
          <li key={`${copy.keptAt}-${copy.reason}`} className={styles.item}>
            <span>
              {NAMES[copy.reason]} {formatTableTime(copy.keptAt)}
            </span>
            <Button size="small" onClick={() => setShown(copy)}>
              查看
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles.soft}>仅保存在这台电脑的浏览器中，30 天后清除。</p>
      <Modal
        scrollLock={false}
        title={shown === null ? '' : NAMES[shown.reason]}
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
            删除此版本
          </Button>,
          <Button
            key="restore"
            type="primary"
            onClick={() => {
              if (shown !== null) onRestore(shown)
              setShown(null)
            }}
          >
            恢复此版本
          </Button>,
        ]}
      >
        {shown !== null && (
          <>
            <h3>{shown.form.title}</h3>
            <RichTextView html={shown.form.bodyHtml} label="留存的正文" />
          </>
        )}
      </Modal>
    </section>
  )
}

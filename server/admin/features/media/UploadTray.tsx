import { Button, Progress } from 'antd'
import { isBusy, uploadWords, type UploadItem } from './uploadList'
import { t } from '../../ui/language'
import styles from './Library.module.css'

/** How far many uploads have come, and which of them failed and why; stays until it is closed. */
export function UploadTray({ items, onClose }: { items: UploadItem[]; onClose: () => void }) {
  if (items.length === 0) return null
  const failed = items.filter(({ state }) => state === 'failed')
  const done = items.filter(({ state }) => state === 'kept').length + failed.length
  const busy = isBusy(items)
  return (
    <section className={styles.tray} aria-label={t('上传进度', 'Progress of the upload')}>
      <div className={styles.trayHead}>
        <p role="status">{uploadWords(items)}</p>
        {!busy && (
          <Button size="small" type="text" onClick={onClose}>
            {t('关闭', 'Close')}
          </Button>
        )}
      </div>
      {busy && (
        <Progress
          percent={Math.round((done / items.length) * 100)}
          showInfo={false}
          aria-label={t('上传进度', 'Progress of the upload')}
        />
      )}
      {failed.length > 0 && (
        <ul className={styles.failed} aria-label={t('未能保存的图片', 'Pictures that were not kept')}>
          {failed.map(({ key, name, problem }) => (
            <li key={key}>
              <b>{name}</b>：{problem}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

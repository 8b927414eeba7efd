import { Button } from 'antd'
import { Link } from 'react-router-dom'
import type { StaffArticle } from '../../../../shared/contract'
import { formatTableTime } from '../../../../shared/domain/time'
import { NOTICE_KINDS } from '../../../../shared/phrases'
import { NoticeChip } from '../../features/notices/NoticeChip'
import { possibleKinds, type DecidedKind } from '../../features/notices/noticeOffer'
import { useNow } from '../../ui/useNow'
import { t } from '../../ui/language'
import styles from '../../features/articles/SidePanel.module.css'

interface ToldSoFarProps {
  /** As the server has it; null before the first save. */
  article: StaffArticle | null
  mayDecide: boolean
  /** What is typed is not saved yet: a notice would tell the old arrangement. */
  dirty: boolean
  onTell: (kind: DecidedKind) => void
}

/** The notices of this article, newest first, and the ones that may be sent now. */
export function ToldSoFar({ article, mayDecide, dirty, onTell }: ToldSoFarProps) {
  const now = useNow()
  const notices = article?.notices ?? []
  if (article === null || notices.length === 0) return null
  const kinds = mayDecide ? possibleKinds(article, now) : []
  return (
    <section className={styles.part} aria-labelledby="told-so-far">
      <h2 id="told-so-far" className={styles.heading}>
        {t('通知', 'Notices')}
      </h2>
      <ul className={styles.items}>
        {notices.map((notice) => (
          <li key={notice.id} className={styles.item}>
            <Link to={`/notices/${notice.id}`}>
              {t(NOTICE_KINDS[notice.kind])} {formatTableTime(Date.parse(notice.createdAt))}
            </Link>
            <NoticeChip status={notice.status} />
          </li>
        ))}
      </ul>
      {kinds.length > 0 && (
        <div className={styles.buttons}>
          {kinds.map((kind) => (
            <Button key={kind} size="small" disabled={dirty} onClick={() => onTell(kind)}>
              {t(`发送${t(NOTICE_KINDS[kind])}通知`, `Send notice: ${t(NOTICE_KINDS[kind])}`)}
            </Button>
          ))}
        </div>
      )}
      {kinds.length > 0 && dirty && (
        <p className={styles.soft}>{t('保存修改后才能发送通知。', 'Save the changes before you send a notice.')}</p>
      )}
    </section>
  )
}

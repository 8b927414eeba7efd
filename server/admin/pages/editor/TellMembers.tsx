import type { StaffArticle } from '../../../../shared/contract'
import type { Site } from '../../api/site'
import { NoticeDialog } from '../../features/notices/NoticeDialog'
import type { DecidedKind } from '../../features/notices/noticeOffer'
import { subjectOfArticle } from './subject'
import type { Telling } from './telling'

const INTROS: Record<DecidedKind, string | undefined> = {
  reminder: undefined,
  change: '修改已保存。活动安排有变动，是否通知已经收到预告的会员？',
  cancellation: '已保存，活动设为“已取消”。是否通知已经收到预告的会员？',
}

interface TellMembersProps {
  telling: Telling
  article: StaffArticle
  site: Site
  onClose: () => void
  onMade: (noticeId: string) => void
}

/** The notice dialog for the article on the desk, as the server has it. */
export function TellMembers({ telling, article, site, onClose, onMade }: TellMembersProps) {
  const subject = subjectOfArticle(article, site.organisation.name)
  if (subject === null) return null
  return (
    <NoticeDialog
      kind={telling.kind}
      articleId={article.id}
      subject={subject}
      phrase={telling.phrase}
      intro={telling.offered ? INTROS[telling.kind] : undefined}
      templates={site.templates}
      sender={site.organisation.shortName}
      onClose={onClose}
      onMade={(notice) => onMade(notice.id)}
    />
  )
}

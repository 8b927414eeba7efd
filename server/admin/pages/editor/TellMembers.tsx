import type { StaffArticle } from '../../../../shared/contract'
import type { Site } from '../../api/site'
import { NoticeDialog } from '../../features/notices/NoticeDialog'
import type { DecidedKind } from '../../features/notices/noticeOffer'
import { subjectOfArticle } from './subject'
import type { Telling } from './telling'
import type { Phrase } from '../../../../shared/phrases'
import { t } from '../../ui/language'

const INTROS: Record<DecidedKind, Phrase | undefined> = {
  reminder: undefined,
  change: {
    zh: '修改已保存。活动安排有变动，是否通知已经收到预告的会员？',
    en: 'Saved. The event has moved: tell the members who were told of it?',
  },
  cancellation: {
    zh: '已保存，活动设为“已取消”。是否通知已经收到预告的会员？',
    en: 'Saved; the event is cancelled. Tell the members who were told of it?',
  },
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
  const intro = INTROS[telling.kind]
  if (subject === null) return null
  return (
    <NoticeDialog
      kind={telling.kind}
      articleId={article.id}
      subject={subject}
      phrase={telling.phrase}
      intro={intro === undefined || !telling.offered ? undefined : t(intro)}
      templates={site.templates}
      sender={site.organisation.shortName}
      onClose={onClose}
      onMade={(notice) => onMade(notice.id)}
    />
  )
}

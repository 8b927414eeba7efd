import { Alert } from 'antd'
import { formatClock } from '../../../../shared/domain/time'
import { useCompany } from './useCompany'
import { t } from '../../ui/language'

/** Who else has this article open, so that two people talk before they write. */
export function CompanyBanner({ articleId }: { articleId: string | null }) {
  const others = useCompany(articleId)
  const names = others
    .map(({ name, since }) =>
      t(`${name}（${formatClock(Date.parse(since))} 起）`, `${name} (since ${formatClock(Date.parse(since))})`),
    )
    .join('、')
  return (
    <div role="status">
      {others.length > 0 && (
        <Alert
          type="warning"
          banner
          showIcon={false}
          title={t(
            `${names}正在编辑这篇文章。请先商量再改；若先后保存，会并排显示两个版本供您选择。`,
            `Also editing this article: ${names}. Talk first; when both save, the two versions are shown side by side.`,
          )}
        />
      )}
    </div>
  )
}

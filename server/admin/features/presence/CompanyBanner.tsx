import { Alert } from 'antd'
import { formatClock } from '../../../../shared/domain/time'
import { useCompany } from './useCompany'

/** Who else has this article open, so that two people talk before they write. */
export function CompanyBanner({ articleId }: { articleId: string | null }) {
  const others = useCompany(articleId)
  const names = others.map(({ name, since }) => `${name}（${formatClock(Date.parse(since))} 起）`).join('、')
  return (
    <div role="status">
      {others.length > 0 && (
        <Alert
          type="warning"
          banner
          showIcon={false}
          title={`${names}正在编辑这篇文章。请先商量再改；若先后保存，会并排显示两个版本供您选择。`}
        />
      )}
    </div>
  )
}

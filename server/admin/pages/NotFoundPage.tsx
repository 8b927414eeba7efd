import { Link } from 'react-router-dom'
import { PageState } from '../ui/PageState'
import { useTitle } from '../ui/useTitle'
import { t } from '../ui/language'

export function NotFoundPage() {
  useTitle(t('没有这个页面', 'There is no such page'))
  return (
    <PageState
      title={t('没有这个页面', 'There is no such page')}
      text={t('地址可能有误，或内容已移动。', 'The address may be wrong, or the content has moved.')}
      action={<Link to="/articles">{t('返回文章列表', 'Back to the articles')}</Link>}
    />
  )
}

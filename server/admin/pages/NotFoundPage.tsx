import { Link } from 'react-router-dom'
import { PageState } from '../ui/PageState'
import { useTitle } from '../ui/useTitle'

export function NotFoundPage() {
  useTitle('没有这个页面')
  return (
    <PageState
      title="没有这个页面"
      text="地址可能有误，或内容已移动。"
      action={<Link to="/articles">返回文章列表</Link>}
    />
  )
}

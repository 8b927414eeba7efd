import { Button } from 'antd'
import { PageState } from '../ui/PageState'

/** What staff see when a screen breaks, for instance when a new release replaced the files of an open page. */
export function CrashPage() {
  return (
    <PageState
      title="页面出现错误"
      text="可能是系统刚刚更新。请刷新页面；正在编辑的内容已保存在本机，重新打开文章后可以恢复。"
      action={
        <Button type="primary" onClick={() => location.reload()}>
          刷新页面
        </Button>
      }
    />
  )
}
